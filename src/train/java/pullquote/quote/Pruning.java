package pullquote.quote;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Leaves light weights out of a model that is done, into a smaller and so faster table. */
final class Pruning {
    @SuppressWarnings("ArrayRecordComponent") // written once, never handed out
    private record Entry(int hash, byte[] weights) {
        int heaviest() {
            int most = 0;
            for (byte w : weights) {
                most = Math.max(most, Math.abs(w));
            }
            return most;
        }
    }

    private Pruning() {}

    /** Writes a model anew with the features alone that weigh at least so much for some class. */
    static void prune(Path file, float least) throws IOException {
        List<Entry> entries = new ArrayList<>();
        int classes;
        float scale;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            classes = in.readInt();
            int bits = in.readInt();
            scale = in.readFloat();
            for (int slot = 0; slot < 4 << bits; slot++) {
                int tag = in.readUnsignedShort();
                if (tag != 0) {
                    byte[] weights = new byte[classes];
                    in.readFully(weights);
                    // a tag is the upper half of a hash, a bucket's number its lower bits
                    entries.add(new Entry(tag << 16 | (slot / 4 & 0xFFFF), weights));
                }
            }
        }
        List<Entry> kept = new ArrayList<>(entries.stream()
                .filter(e -> e.heaviest() * scale >= least)
                .toList());
        kept.sort(Comparator.comparingInt(Entry::heaviest).reversed());
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(kept.size() * 6 / 5 / 4, 16));
        LearnedWeights table = new LearnedWeights(classes, bits, scale);
        int entered = 0;
        for (Entry e : kept) {
            entered += table.put(e.hash(), e.weights()) ? 1 : 0;
        }
        System.err.printf("  pruned %s to %d of %d features, 2^%d buckets%n", file.getFileName(), entered, entries.size(), bits);
        Store.write(file, table);
    }
}
