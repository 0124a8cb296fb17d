package pullquote.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pullquote.analysis.RejectCode;
import pullquote.intake.Incoming;
import pullquote.intake.InputFile;
import pullquote.intake.Intake;
import pullquote.intake.IntakeSettings;

/** The promises that the reader of every format keeps. */
class IntakeContractTest {
    private static final List<String> TEXTS = List.of(
            "PORT ELLEN, May 3 (Ferro) -- The ferry was late again.\n",
            "“It was worth it,” said Ana Núñez. 😀\n",
            "LIMA, 4 May (Ferro) - Nothing moved.\n");

    @TempDir
    Path folder;

    /** A format: its file ending, how many of the texts one file holds, and how they are put into it. */
    record Format(String ending, int capacity, Function<List<String>, String> frame) {
        @Override
        public String toString() {
            return ending;
        }

        List<String> texts() {
            return TEXTS.subList(0, capacity);
        }

        byte[] bytes(Charset charset) {
            byte[] plain = frame.apply(texts()).getBytes(charset);
            return ending.endsWith(".gz") ? gzip(plain) : plain;
        }
    }

    static Stream<Format> formats() {
        Function<List<String>, String> one = texts -> texts.get(0);
        Function<List<String>, String> many = texts -> String.join("=====\n", texts);
        Function<List<String>, String> json = texts -> texts.stream()
                .map(text -> "{\"headline\": \"H\", \"text\": \"" + text.replace("\n", "\\n") + "\"}\n")
                .collect(Collectors.joining());
        return Stream.of(
                new Format("txt", 1, one),
                new Format("txt.gz", 1, one),
                new Format("multi.txt", 3, many),
                new Format("multi.txt.gz", 3, many),
                new Format("jsonl", 3, json),
                new Format("jsonl.gz", 3, json));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void handsOverEveryTextInOrderAndUntouched(Format format) throws IOException {
        assertThat(texts(read(file("a." + format.ending(), format.bytes(StandardCharsets.UTF_8)))))
                .isEqualTo(format.texts());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsUtf16WithAByteOrderMark(Format format) throws IOException {
        Format marked = new Format(
                format.ending(),
                format.capacity(),
                texts -> "\uFEFF" + format.frame().apply(texts));

        assertThat(texts(read(file("a." + format.ending(), marked.bytes(StandardCharsets.UTF_16LE)))))
                .isEqualTo(format.texts());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void namesTheRecordAndItsFile(Format format) throws IOException {
        List<Incoming> found = read(file("day/a#1." + format.ending(), format.bytes(StandardCharsets.UTF_8)));

        List<String> uris = found.stream()
                .map(in -> ((Incoming.Received) in).raw().at().sourceUri())
                .toList();
        String uri = "day/a%231." + format.ending();
        assertThat(uris).isEqualTo(format.capacity() == 1 ? List.of(uri) : List.of(uri + "#1", uri + "#2", uri + "#3"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void rejectsWhatIsLongerThanTheJobAllows(Format format) throws IOException {
        IntakeSettings small = new IntakeSettings(IntakeSettings.standard().formats(), 20);

        List<Incoming> found = read(file("a." + format.ending(), format.bytes(StandardCharsets.UTF_8)), small);

        assertThat(codes(found)).hasSize(format.capacity()).containsOnly(RejectCode.TOO_LARGE);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void tellsOfATruncatedFileInsteadOfEndingEarly(Format format) throws IOException {
        if (!format.ending().endsWith(".gz")) {
            return;
        }
        byte[] whole = format.bytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 12);

        List<Incoming> found = read(file("a." + format.ending(), cut));

        assertThat(codes(found)).contains(RejectCode.TRUNCATED_GZIP);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void noticesThatAFileHasChanged(Format format) throws IOException {
        Path path = file("a." + format.ending(), format.bytes(StandardCharsets.UTF_8));
        InputFile planned = planned(path);
        Files.write(path, new byte[] {'x'}, java.nio.file.StandardOpenOption.APPEND);

        try (Intake intake = Intake.open(planned, folder, IntakeSettings.standard())) {
            assertThat(intake.changed()).isTrue();
        }
    }

    @Test
    void readsAllMembersOfAConcatenatedGzip() throws IOException {
        byte[] first = gzip("One half, ".getBytes(StandardCharsets.UTF_8));
        byte[] second = gzip("and the other.".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(first);
        both.write(second);

        assertThat(texts(read(file("a.txt.gz", both.toByteArray())))).containsExactly("One half, and the other.");
    }

    @Test
    void goesOnAfterABrokenLine() throws IOException {
        String lines =
                "{\"text\": \"one\"}\n{\"text\": \"tw\n\n[1]\n{\"title\": \"x\"}\n{\"text\": \"a\", \"text\": \"b\"}\n"
                        + "[".repeat(100_000) + "\n{\"text\": \"three\"}\n";

        List<Incoming> found = read(file("a.jsonl", lines.getBytes(StandardCharsets.UTF_8)));

        assertThat(texts(found)).containsExactly("one", "three");
        assertThat(codes(found))
                .containsExactly(
                        RejectCode.MALFORMED_JSON,
                        RejectCode.MALFORMED_JSON,
                        RejectCode.MALFORMED_JSON,
                        RejectCode.DUPLICATE_KEY,
                        RejectCode.DEEP_JSON);
    }

    @Test
    void rejectsAnEmptyFileABinaryOneAndAStrangeOne() throws IOException {
        assertThat(codes(read(file("empty.txt", new byte[0])))).containsExactly(RejectCode.EMPTY);
        assertThat(codes(read(file("nul.txt", new byte[300])))).containsExactly(RejectCode.BINARY);
        assertThat(codes(read(file("picture.png", new byte[] {1, 2, 3})))).containsExactly(RejectCode.UNKNOWN_FORMAT);
    }

    @Test
    void neverOpensAPipeOrALinkThatLeadsOut() throws Exception {
        Path pipe = folder.resolve("pipe.txt");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("/etc/hostname"));

        assertThat(codes(read(pipe))).containsExactly(RejectCode.FIFO);
        assertThat(codes(read(link))).containsExactly(RejectCode.LINK_OUTSIDE);
    }

    @Test
    void stopsAtTheEndOfAGzipBomb() throws IOException {
        byte[] bomb = gzip(new byte[100 << 20]);

        assertThat(bomb.length).isLessThan(200_000);
        assertThat(codes(read(file("bomb.txt.gz", bomb)))).containsExactly(RejectCode.GZIP_BOMB);
    }

    @Test
    void rejectsJsonTextThatNoEncodingCanHold() throws IOException {
        String lines = "{\"text\": \"a \\ud83d b\"}\n{\"text\": \"a \\u0000 b\"}\n{\"text\": \"a \\ud83d\\ude00 b\"}\n";

        List<Incoming> found = read(file("a.jsonl", lines.getBytes(StandardCharsets.UTF_8)));

        assertThat(codes(found)).containsExactly(RejectCode.LONE_SURROGATE, RejectCode.BINARY);
        assertThat(texts(found)).containsExactly("a 😀 b");
    }

    @Test
    void tellsLinksThatLeadNowhereFromOthers() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop.txt"), Path.of("loop.txt"));
        Path around = Files.createSymbolicLink(folder.resolve("around"), Path.of("."));
        Files.createDirectory(folder.resolve("day"));
        Path beside = Files.createSymbolicLink(folder.resolve("beside"), Path.of("day"));

        assertThat(codes(read(loop))).containsExactly(RejectCode.BROKEN_LINK);
        assertThat(codes(read(around))).containsExactly(RejectCode.BROKEN_LINK);
        assertThat(codes(read(beside))).containsExactly(RejectCode.NOT_A_FILE);
    }

    @Test
    void rejectsAFileThatTheDiskDoesNotGiveUp() throws IOException {
        // its first byte can't be read by anyone, not even by a superuser
        Path stubborn = Path.of("/proc/self/mem").toRealPath();
        InputFile planned = new InputFile(
                "mem.txt", stubborn, 100, Files.getLastModifiedTime(stubborn).toMillis());
        IntakeSettings all = new IntakeSettings(
                List.of(new pullquote.intake.FileFormat.Rule("*", new pullquote.intake.FileFormat.PlainText())), 1000);

        try (Intake intake = Intake.open(planned, stubborn.getParent(), all)) {
            assertThat(codes(List.of(intake.next().orElseThrow()))).containsExactly(RejectCode.UNREADABLE);
        }
    }

    private Path file(String name, byte[] bytes) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.write(path, bytes);
    }

    private List<Incoming> read(Path path) throws IOException {
        return read(path, IntakeSettings.standard());
    }

    private List<Incoming> read(Path path, IntakeSettings settings) throws IOException {
        List<Incoming> all = new ArrayList<>();
        try (Intake intake = Intake.open(planned(path), folder, settings)) {
            for (Optional<Incoming> next = intake.next(); next.isPresent(); next = intake.next()) {
                all.add(next.get());
            }
        }
        return all;
    }

    private InputFile planned(Path path) throws IOException {
        boolean regular = Files.isRegularFile(path);
        return new InputFile(
                InputFile.uriOf(folder.relativize(path)),
                path,
                regular ? Files.size(path) : 0,
                Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toMillis());
    }

    private static List<String> texts(List<Incoming> found) {
        return found.stream()
                .filter(Incoming.Received.class::isInstance)
                .map(in -> ((Incoming.Received) in).raw().text())
                .toList();
    }

    private static List<RejectCode> codes(List<Incoming> found) {
        return found.stream()
                .filter(Incoming.Unreadable.class::isInstance)
                .map(in -> ((Incoming.Unreadable) in).rejected().code())
                .toList();
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
