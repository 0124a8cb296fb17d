package pullquote.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import pullquote.storage.TableReader;
import pullquote.storage.TableSchema;
import pullquote.storage.TableWriter;
import pullquote.storage.WriteOptions;
import pullquote.table.QuotationRow;

/**
 * What analysts' questions cost, by layout of the files: time and bytes read by DuckDB on one thread, and by Spark on one
 * where its class path is given. Arguments: a published {@code quotations} folder, a scratch folder, how many times its rows
 * are written, each time for other days, and a file that holds Spark's class path
 * ({@code ./mvnw -f src/test/spark/pom.xml dependency:build-classpath -Dmdep.outputFile=FILE}).
 */
final class LayoutBench {
    private static final TableSchema<QuotationRow> SCHEMA = TableSchema.of("quotations", QuotationRow.class);
    private static final int TRIES = 3;

    private LayoutBench() {}

    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        List<QuotationRow> rows = rows(Path.of(args[0]), Integer.parseInt(args[2]));
        String speaker = rows.stream()
                .filter(row -> !row.speakerIds().isEmpty())
                .skip(rows.size() / 3)
                .findFirst()
                .orElseThrow()
                .speakerIds()
                .get(0);
        Map<String, WriteOptions> layouts = new LinkedHashMap<>();
        WriteOptions standard = WriteOptions.standard().withBloomFilters(Map.of());
        layouts.put("row groups of 122,880 rows", standard);
        layouts.put("row groups of 30,000 rows", standard.withRowGroups(64L << 20, 30_000));
        layouts.put("pages of 128 KiB", standard.withPages(128 << 10, 20_000));
        layouts.put(
                "bloom filter on speaker_ids", standard.withBloomFilters(Map.of("speaker_ids.list.element", 30_000L)));
        layouts.put(
                "both: 30,000 rows, bloom filter",
                standard.withRowGroups(64L << 20, 30_000)
                        .withBloomFilters(Map.of("speaker_ids.list.element", 10_000L)));
        layouts.put("zstd level 9", standard.withZstdLevel(9));
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("one speaker", "SELECT count(*), min(content) FROM q WHERE list_contains(speaker_ids, '" + speaker + "')");
        queries.put(
                "one week",
                "SELECT count(*), min(content) FROM q WHERE published_at >= TIMESTAMPTZ '2007-02-05 00:00:00+00'"
                        + " AND published_at < TIMESTAMPTZ '2007-02-12 00:00:00+00'");
        queries.put("top speakers", "SELECT s, count(*) FROM (SELECT unnest(speakers) s FROM q) GROUP BY s ORDER BY 2 DESC LIMIT 10");
        queries.put("acts by kind", "SELECT act, kind, count(*) FROM q GROUP BY ALL");
        queries.put("word in content", "SELECT count(*) FROM q WHERE contains(content, 'harvest')");
        System.out.printf(Locale.ROOT, "%,d rows%n%n| layout | MB | write s |", rows.size());
        queries.keySet().forEach(query -> System.out.print(" " + query + " |"));
        System.out.println("\n" + "| --- ".repeat(3 + queries.size()) + "|");
        for (Map.Entry<String, WriteOptions> layout : layouts.entrySet()) {
            Path file = Path.of(args[1]).resolve("layout.parquet");
            Files.deleteIfExists(file);
            long begun = System.nanoTime();
            TableWriter<QuotationRow> writer = TableWriter.open(file, SCHEMA, layout.getValue(), Map.of());
            try (writer) {
                for (QuotationRow row : rows) {
                    writer.write(row);
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f |",
                    layout.getKey(),
                    Files.size(file) / 1e6,
                    (System.nanoTime() - begun) / 1e9);
            for (String query : queries.values()) {
                System.out.print(" " + ask(file, query) + " |");
            }
            System.out.println();
            if (args.length > 3) {
                System.out.println("| the same, Spark | | |" + askSpark(file, queries.values(), Path.of(args[3])));
            }
            Files.delete(file);
        }
    }

    /** {@return best times and bytes read, as cells of a table} */
    private static String askSpark(Path file, Collection<String> queries, Path classPath)
            throws IOException, InterruptedException {
        Path asked = file.resolveSibling("queries.sql");
        Files.write(asked, queries.stream().map(LayoutBench::forSpark).toList());
        Path log = file.resolveSibling("spark.log");
        Process spark = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-cp",
                        Files.readString(classPath).strip(),
                        "src/jmh/spark/LayoutQueries.java",
                        file.toString(),
                        asked.toString())
                .redirectError(log.toFile())
                .start();
        List<String> lines;
        try (BufferedReader out = spark.inputReader(StandardCharsets.UTF_8)) {
            lines = out.lines().filter(line -> line.startsWith("SPARK")).toList();
        }
        if (spark.waitFor() != 0 || lines.isEmpty()) {
            throw new IOException("Expected answers of Spark but found those in " + log);
        }
        return lines.get(0).substring("SPARK".length());
    }

    private static String forSpark(String query) {
        return query.replace("list_contains", "array_contains")
                .replace("unnest", "explode")
                .replace("TIMESTAMPTZ", "TIMESTAMP");
    }

    private static List<QuotationRow> rows(Path folder, int times) throws IOException {
        List<QuotationRow> once = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                try (TableReader<QuotationRow> reader = TableReader.open(file, SCHEMA)) {
                    reader.forEachRemaining(once::add);
                }
            }
        }
        List<QuotationRow> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Duration later = Duration.ofDays(35L * i);
            String other = Integer.toHexString(i % 16);
            once.forEach(row -> all.add(later(row, later, other)));
        }
        all.sort(Comparator.comparing(row -> String.valueOf(row.publishedAt())));
        return all;
    }

    /** The row as another month would have it, with other speakers. */
    private static QuotationRow later(QuotationRow row, Duration later, String other) {
        List<String> ids = row.speakerIds().stream()
                .map(id -> other + id.substring(1))
                .toList();
        return new QuotationRow(
                row.quotationId(),
                row.dispatchId(),
                row.seq(),
                row.publishedAt() == null ? null : row.publishedAt().plus(later),
                row.kind(),
                row.act(),
                row.communicative(),
                row.content(),
                row.contentSpans(),
                row.cue(),
                row.cueLemma(),
                row.cueSpans(),
                row.source(),
                row.sourceSpans(),
                row.sourceForm(),
                row.speakers(),
                ids,
                row.speakerConfidence(),
                row.speakerBasis(),
                row.addressee(),
                row.target(),
                row.targetIds(),
                row.via(),
                row.saidOn(),
                row.saidOnValue(),
                row.saidOnBasis(),
                row.saidOnConfidence(),
                row.outerQuotationId(),
                row.continued(),
                row.confidence(),
                row.rule());
    }

    /** {@return the best time of a query, and the bytes that it reads} */
    private static String ask(Path file, String query) throws IOException, SQLException {
        double best = Double.MAX_VALUE;
        double megabytes = 0;
        for (int i = 0; i < TRIES; i++) {
            try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                    Statement sql = duck.createStatement()) {
                sql.execute("SET threads = 1");
                sql.execute("CREATE VIEW q AS FROM read_parquet('" + file + "')");
                long read = readBytes();
                long begun = System.nanoTime();
                try (ResultSet answer = sql.executeQuery(query)) {
                    answer.next();
                }
                best = Math.min(best, (System.nanoTime() - begun) / 1e6);
                megabytes = (readBytes() - read) / 1e6;
            }
        }
        return String.format(Locale.ROOT, "%.0f ms, %.1f MB", best, megabytes);
    }

    private static long readBytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/io"))) {
            return lines.filter(line -> line.startsWith("rchar"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        }
    }
}
