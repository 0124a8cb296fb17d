package pullquote.quote;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads learned models from the class path. */
final class Models {
    private Models() {}

    static void write(DataOutputStream out, Weights weights) throws IOException {
        out.writeInt(weights.classes());
        out.writeInt(Integer.numberOfTrailingZeros(weights.records().length / (weights.classes() + 2)));
        out.writeFloat(weights.scale());
        out.write(weights.records());
    }

    static Weights read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
        int classes = in.readInt();
        int bits = in.readInt();
        float scale = in.readFloat();
        byte[] records = new byte[(1 << bits) * (classes + 2)];
        in.readFully(records);
        return new Weights(classes, bits, scale, records);
    }

    static Lexicon lexicon(InputStream stream) throws IOException {
        return Lexicon.read(new DataInputStream(new BufferedInputStream(stream, 1 << 16)));
    }

    static Lexicon lexicon(String resource) {
        try (InputStream in = Models.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "Expected the lexicon " + resource + " on the class path but found none");
            }
            return lexicon(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the lexicon " + resource, e);
        }
    }

    static Weights weights(String resource) {
        try (InputStream in = Models.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Expected the model " + resource + " on the class path but found none");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the model " + resource, e);
        }
    }
}
