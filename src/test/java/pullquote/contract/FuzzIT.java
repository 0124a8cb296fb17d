package pullquote.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.analysis.Analyzer;
import pullquote.analysis.AnnotatedDispatch;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.RawDispatch;
import pullquote.intake.Incoming;
import pullquote.intake.InputFile;
import pullquote.intake.Intake;
import pullquote.intake.IntakeSettings;
import pullquote.table.DispatchRows;
import pullquote.table.RowMapper;

/**
 * Seeded generators of files and texts, made of what dispatches are made of and then bent, against every reader and the
 * analysis: no exception, no hang, and nothing in a row that UTF-8 can't say.
 *
 * <p>{@code -Dfaults.fuzz_seconds=N} is for each reader and for the analysis, {@code -Dfaults.seed=N} begins another
 * series.
 */
class FuzzIT {
    /** So many texts are tried however slow the machine is. */
    private static final long LEAST = 20;

    private static final int SECONDS = Integer.getInteger("faults.fuzz_seconds", 1);
    private static final long SEED = Long.getLong("faults.seed", 5);
    private static final int PATIENCE_SECONDS = 60;
    private static final List<String> PIECES = List.of(
            "“",
            "”",
            "\"",
            "'",
            "’",
            "„",
            "«",
            "»",
            " said ",
            " told reporters ",
            "according to ",
            "Ana Ruiz",
            "Mr. O’Neil",
            "the minister",
            "XINHUA",
            "(Reuters) - ",
            " -- ",
            "OBAN, May 3 (Ferro) -- ",
            "By Dana Ortiz\n",
            "on Monday",
            "last week",
            "2017-02-31",
            "31/12/99",
            "in the 1990s",
            "at 25:61 GMT",
            "yesterday",
            "three days ago",
            "=====\n",
            "\n",
            "\r\n",
            "\t",
            "\n\n",
            "\f",
            "\u0085",
            "\u2028",
            "\u00A0",
            "\u200B",
            "\u202E",
            "\uFEFF",
            "😀",
            "é",
            "新华社",
            "\u0301",
            "\0",
            "\u001B[2J",
            "{\"text\": \"",
            "\"}",
            "\\u0041",
            "\\ud83d",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "null",
            "1e999",
            "&lt;",
            "<p>",
            "</p>",
            "Slug: ",
            "Date: Tue, 30 Feb",
            "EMBARGOED until ",
            "...",
            "?",
            "!",
            "; ",
            "--",
            "a",
            "the ",
            "0",
            "99999999999999999999");

    @TempDir
    Path folder;

    private long tried;

    @ParameterizedTest
    @ValueSource(strings = {"txt", "txt.gz", "multi.txt", "multi.txt.gz", "jsonl", "jsonl.gz"})
    void readersTakeWhateverComes(String ending) throws Exception {
        Path file = folder.resolve("fuzz." + ending);
        long records = 0;
        for (Instant end = Instant.now().plusSeconds(SECONDS);
                tried < LEAST || Instant.now().isBefore(end);
                tried++) {
            long seed = SEED * 1_000_003 + tried;
            byte[] bytes = bytes(new Random(seed), ending);
            Files.write(file, bytes);
            records += within(seed, () -> read(file));
        }
        assertThat(tried).isGreaterThanOrEqualTo(LEAST);
        assertThat(records).isGreaterThan(tried / 2);
    }

    @Test
    void theAnalysisTakesWhateverComes() throws Exception {
        Analyzer analyzer = Analyzer.english(DispatchSettings.standard());
        RowMapper mapper = new RowMapper("run");
        long rows = 0;
        for (Instant end = Instant.now().plusSeconds(SECONDS);
                tried < LEAST || Instant.now().isBefore(end);
                tried++) {
            long seed = SEED * 1_000_003 + tried;
            Random random = new Random(seed);
            String text = text(random, random.nextInt(600));
            pullquote.dispatch.Provenance at =
                    new pullquote.dispatch.Provenance("fuzz.txt", 0, "0", "txt", "UTF-8", "valid-utf8");
            rows += within(seed, () -> {
                if (!(analyzer.analyze(new RawDispatch(at, text, java.util.Map.of()))
                        instanceof AnnotatedDispatch found)) {
                    return 0;
                }
                DispatchRows made = mapper.rows("00", 1, found, 0);
                assertSayable(made.toString());
                return 1 + made.quotations().size() + made.timexes().size();
            });
        }
        assertThat(tried).isGreaterThanOrEqualTo(LEAST);
        assertThat(rows).isGreaterThan(tried);
    }

    private int read(Path file) throws Exception {
        InputFile planned = new InputFile(
                file.getFileName().toString(),
                file,
                Files.size(file),
                Files.getLastModifiedTime(file).toMillis());
        int records = 0;
        try (Intake intake = Intake.open(planned, folder, IntakeSettings.standard())) {
            for (Optional<Incoming> next = intake.next(); next.isPresent(); next = intake.next()) {
                records++;
                if (next.get() instanceof Incoming.Received received) {
                    assertSayable(received.raw().text());
                } else {
                    assertThat(((Incoming.Unreadable) next.get()).rejected().detail())
                            .isNotBlank();
                }
            }
        }
        return records;
    }

    private static void assertSayable(String text) {
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }

    /** What is tried with a seed; the seed is told when it fails or hangs. */
    private interface Trial {
        int run() throws Exception;
    }

    private static int within(long seed, Trial trial) {
        CompletableFuture<Integer> result = CompletableFuture.supplyAsync(() -> {
            try {
                return trial.run();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException hanging) {
            throw new AssertionError(
                    "Expected an end within " + Duration.ofSeconds(PATIENCE_SECONDS) + ", seed " + seed);
        } catch (Exception failed) {
            throw new AssertionError("with seed " + seed, failed);
        }
    }

    /** A text without half pairs, as the readers hand it over. */
    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            text.append(random.nextInt(40) == 0 ? piece.repeat(random.nextInt(300)) : piece);
            if (random.nextInt(8) == 0) {
                text.appendCodePoint(random.nextInt(0xD800));
            }
        }
        return text.toString();
    }

    private static byte[] bytes(Random random, String ending) {
        String text = text(random, random.nextInt(200));
        if (ending.startsWith("jsonl") && random.nextBoolean()) {
            text = "{\"text\": \"" + text.replace("\"", "\\\"").replace("\n", "\\n") + "\"}\n" + text;
        }
        Charset charset = List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE,
                        Charset.forName("GB18030"),
                        Charset.forName("windows-1252"))
                .get(Math.max(0, random.nextInt(12) - 7));
        byte[] bytes = text.getBytes(charset);
        byte[] framed = ending.endsWith(".gz") && random.nextInt(10) > 0 ? IntakeContractTest.gzip(bytes) : bytes;
        return bent(random, framed);
    }

    /** Half of all stay as they are; the rest is cut, doubled, or has some bytes changed. */
    private static byte[] bent(Random random, byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        byte[] copy = bytes.clone();
        switch (random.nextInt(8)) {
            case 0 -> copy = Arrays.copyOf(copy, random.nextInt(copy.length));
            case 1 -> {
                ByteArrayOutputStream twice = new ByteArrayOutputStream();
                twice.writeBytes(bytes);
                twice.writeBytes(bytes);
                copy = twice.toByteArray();
            }
            case 2, 3 -> {
                for (int i = 0; i < 1 + copy.length / 100; i++) {
                    copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
                }
            }
            default -> {
                // as it is
            }
        }
        return copy;
    }
}
