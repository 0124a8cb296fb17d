package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pullquote.intake.InputFile;

/**
 * A folder of hostile files, read by one run with a heap of 1 GiB: each has its row in {@code rejects} under a code of its
 * kind, and all others are published.
 *
 * <p>{@code -Dfaults.long_line_mb=N} sets the length of the longest line; the fault suite takes 1024.
 */
class HostileInputIT {
    private static final int LONG_LINE = Integer.getInteger("faults.long_line_mb", 40);
    private static final String ESCAPES = "\u001B[31m\u202Ered\u0007";

    @TempDir
    Path folder;

    private final Map<String, String> expected = new TreeMap<>();
    private Newsroom room;

    @Test
    @Timeout(300)
    void isRejectedByNameAndHoldsUpNothing() throws Exception {
        room = new Newsroom(folder)
                .job(folder.resolve("job.yaml"), "limits: {max_rejected_share: 0.0}\ninput: {settle_ms: 0}\n");
        for (int i = 0; i < 5; i++) {
            room.deliver("good" + i + ".txt", Newsroom.dispatch("good", i));
        }
        bytes();
        packed();
        lines();
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            entries(socket);

            Newsroom.Told told = room.tell("run");

            assertThat(told.exitCode()).as(told.errors()).isEqualTo(ExitCode.TOO_MANY_REJECTED);
            assertThat(told.printed()).contains("+ 0 deferred");
        }
        Map<String, String> found = new TreeMap<>();
        for (List<String> row : Duck.rows(
                room.output, "SELECT source_uri, code FROM read_parquet('output/current/rejects/*.parquet')")) {
            found.put(row.get(0), row.get(1));
        }
        assertThat(found.entrySet()).containsExactlyInAnyOrderElementsOf(expected.entrySet());
        assertThat(accepted())
                .containsAll(List.of(
                        "good0.txt",
                        "good4.txt",
                        "bom.txt",
                        "wide.txt",
                        "signs.txt",
                        "western.txt",
                        "chinese.txt",
                        "members.txt.gz",
                        "lines.jsonl#1",
                        "lines.jsonl#9",
                        "it's \"quoted\".txt",
                        "line%0Abreak.txt",
                        "%FE.txt",
                        "n".repeat(251) + ".txt",
                        "%1B[31m.txt",
                        "huge.jsonl#1",
                        "huge.jsonl#3",
                        "cut.jsonl.gz#1"));
        assertThat(
                        Duck.number(
                                room.output,
                                "SELECT count(*) FROM read_parquet('output/current/rejects/*.parquet') WHERE"
                                        + " regexp_matches(detail || coalesce(sample, ''), '[\\x00-\\x1F\\x7F-\\x9F\\x{202A}-\\x{202E}]')"))
                .isZero();
    }

    private List<String> accepted() throws Exception {
        return Duck.rows(room.output, "SELECT source_uri FROM read_parquet('output/current/dispatches/*.parquet')")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private void reject(String code, String name, byte[] bytes) throws IOException {
        expected.put(name, code);
        room.deliver(name, bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private void bytes() throws IOException {
        reject("empty", "empty.txt", new byte[0]);
        reject("empty", "blank.txt", utf8(" \n\n"));
        reject("empty", "mark.txt", utf8("\uFEFF"));
        reject("binary", "nuls.txt", utf8(Newsroom.dispatch("nul", 1) + "\0\0\0"));
        byte[] noise = new byte[20_000];
        new java.util.Random(1).nextBytes(noise);
        reject("binary", "noise.txt", noise);
        reject("binary", "terminal.txt", utf8(ESCAPES.repeat(20)));
        reject("undecodable", "mixed.txt", join(utf8("caf\u00E9 \u65B0\u534E "), new byte[] {
            (byte) 0xE9, (byte) 0x81, ' '
        }));
        reject("undecodable", "half.txt", join(utf8("half a pair "), new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x81
        }));
        reject(
                "undecodable",
                "odd.txt",
                join(new byte[] {(byte) 0xFF, (byte) 0xFE}, "odd".getBytes(StandardCharsets.UTF_16LE), new byte[] {1}));
        reject("unknown-format", "picture.bmp", noise);
        room.deliver("bom.txt", "\uFEFF" + Newsroom.dispatch("bom", 1));
        room.deliver("wide.txt", ("\uFEFF" + Newsroom.dispatch("wide", 1)).getBytes(StandardCharsets.UTF_16LE));
        room.deliver("signs.txt", Newsroom.dispatch("\u202Eright\u202C \u200Bto\u200D \u2066left\u2069", 1));
        room.deliver(
                "western.txt",
                "LYON, 3 mai (Ferro) - \"C'est d\u00E9j\u00E0 l'\u00E9t\u00E9\", a dit la pr\u00E9sidente \u00E0 Besan\u00E7on.\n"
                        .getBytes("windows-1252"));
        room.deliver(
                "chinese.txt",
                "\u6E2F\u53E3\u4ECA\u5929\u6062\u590D\u901A\u822A\uFF0C\u8239\u957F\u8BF4\uFF1A\u201C\u6211\u4EEC\u665A\u70B9\u4E86\u3002\u201D\n"
                        .repeat(20)
                        .getBytes("GB18030"));
    }

    private void packed() throws IOException {
        byte[] whole = gzip(utf8(Newsroom.dispatch("packed", 1).repeat(20)), 1);
        reject("truncated-gzip", "cut.txt.gz", Arrays.copyOf(whole, whole.length - 20));
        reject("damaged-gzip", "plain.txt.gz", utf8(Newsroom.dispatch("plain", 1)));
        byte[] broken = whole.clone();
        broken[broken.length - 6] ^= 1;
        reject("damaged-gzip", "checksum.txt.gz", broken);
        reject("gzip-bomb", "bomb.txt.gz", gzip(new byte[1 << 20], 100));
        expected.put("bomb.jsonl.gz", "gzip-bomb");
        room.deliver(
                "bomb.jsonl.gz",
                gzip(utf8("{\"text\": \"" + "\u00E9".repeat(500) + " said.\"}\n"), 1, new byte[1 << 20], 100));
        room.deliver(
                "members.txt.gz",
                join(gzip(utf8(Newsroom.dispatch("member", 1)), 1), gzip(utf8("“And so on,” she said.\n"), 1)));
        StringBuilder many = new StringBuilder();
        java.util.Random random = new java.util.Random(2);
        for (int i = 0; i < 4000; i++) {
            many.append("{\"text\": \"OBAN, May 3 (Ferro) -- Boat ")
                    .append(random.nextLong())
                    .append(" came, said Ana Ruiz.\"}\n");
        }
        byte[] cut = gzip(utf8(many.toString()), 1);
        // what came before is published, the rest told of
        expected.put("cut.jsonl.gz", "truncated-gzip");
        room.deliver("cut.jsonl.gz", Arrays.copyOf(cut, cut.length / 2));
    }

    private void lines() throws IOException {
        List<String> lines = List.of(
                "{\"text\": \"" + Newsroom.dispatch("line", 1).replace("\n", "\\n") + "\"}",
                "{\"text\": \"broken " + ESCAPES,
                "[".repeat(100_000),
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"text\": \"half \\ud83d\"}",
                "{\"text\": \"nul \\u0000\"}",
                "{\"title\": \"no text\"}",
                "{\"text\": \"one\"} {\"text\": \"two\"}",
                "{\"text\": \"" + Newsroom.dispatch("line", 9).replace("\n", "\\n") + "\"}");
        room.deliver("lines.jsonl", String.join("\n", lines));
        Map<Integer, String> codes = new LinkedHashMap<>(Map.of(
                2,
                "malformed-json",
                3,
                "deep-json",
                4,
                "duplicate-key",
                5,
                "lone-surrogate",
                6,
                "binary",
                7,
                "malformed-json",
                8,
                "malformed-json"));
        codes.forEach((line, code) -> expected.put("lines.jsonl#" + line, code));
        byte[] word = utf8("word ".repeat(209_715));
        Path huge = room.deliver("huge.txt", new byte[0]);
        try (OutputStream out = Files.newOutputStream(huge)) {
            for (int i = 0; i < LONG_LINE; i++) {
                out.write(word);
            }
        }
        Path hugeLines = room.deliver("huge.jsonl", new byte[0]);
        try (OutputStream out = Files.newOutputStream(hugeLines)) {
            out.write(utf8("{\"text\": \"Before, said Ana Ruiz.\"}\n{\"text\": \""));
            for (int i = 0; i < LONG_LINE; i++) {
                out.write(word);
            }
            out.write(utf8("\"}\n{\"text\": \"After, said Ana Ruiz.\"}\n"));
        }
        expected.put("huge.txt", "too-large");
        expected.put("huge.jsonl#2", "too-large");
    }

    private void entries(ServerSocketChannel socket) throws Exception {
        Path in = room.input;
        assertThat(new ProcessBuilder("mkfifo", in.resolve("fifo.txt").toString())
                        .start()
                        .waitFor())
                .isZero();
        expected.put("fifo.txt", "fifo");
        socket.bind(UnixDomainSocketAddress.of(in.resolve("socket.txt")));
        expected.put("socket.txt", "socket");
        link("loop.txt", "loop.txt", "broken-link");
        link("nowhere.txt", "gone/away.txt", "broken-link");
        link("around", ".", "broken-link");
        link("outside.txt", "/etc/passwd", "link-outside");
        link("endless.txt", "/dev/zero", "link-outside");
        room.deliver("it's \"quoted\".txt", Newsroom.dispatch("quoted", 1));
        room.deliver("line\nbreak.txt", Newsroom.dispatch("break", 1));
        room.deliver("\u001B[31m.txt", Newsroom.dispatch("escape", 1));
        room.deliver("n".repeat(251) + ".txt", Newsroom.dispatch("long name", 1));
        Files.writeString(InputFile.resolve(in, "%FE.txt"), Newsroom.dispatch("no UTF-8", 1));
        if (new ProcessBuilder("mknod", in.resolve("device.txt").toString(), "c", "1", "5")
                        .start()
                        .waitFor()
                == 0) {
            // only a superuser can make one; a link to one is there in any case
            expected.put("device.txt", "device");
        }
    }

    private void link(String name, String target, String code) throws IOException {
        Files.createSymbolicLink(room.input.resolve(name), Path.of(target));
        expected.put(name, code);
    }

    private static byte[] gzip(byte[] unit, int times) throws IOException {
        return gzip(new byte[0], 0, unit, times);
    }

    private static byte[] gzip(byte[] first, int once, byte[] unit, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < once; i++) {
                out.write(first);
            }
            for (int i = 0; i < times; i++) {
                out.write(unit);
            }
        }
        return bytes.toByteArray();
    }
}
