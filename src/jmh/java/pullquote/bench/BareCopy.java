package pullquote.bench;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The yardstick: DuckDB reads the same text on one thread and writes it as zstd Parquet, with no look at what it says.
 *
 * @param dispatches how many texts there are
 * @param textBytes how much text there is, in UTF-8
 * @param seconds how long it took
 */
record BareCopy(long dispatches, long textBytes, double seconds) {

    double megabytesPerSecond() {
        return textBytes / 1e6 / seconds;
    }

    /** {@return the copy of a folder's {@code .txt} and {@code .jsonl} files, compressed or not, to a scratch file} */
    static BareCopy of(Path folder, Path scratch) throws IOException, SQLException {
        Files.deleteIfExists(scratch);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            sql.execute("SET threads = 1");
            String source = source(folder);
            long begun = System.nanoTime();
            sql.execute("COPY (" + source + ") TO '" + scratch + "' (FORMAT parquet, COMPRESSION zstd)");
            double seconds = (System.nanoTime() - begun) / 1e9;
            try (ResultSet total =
                    sql.executeQuery("SELECT count(*), sum(octet_length(encode(text))) FROM read_parquet('" + scratch + "')")) {
                total.next();
                return new BareCopy(total.getLong(1), total.getLong(2), seconds);
            }
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private static String source(Path folder) throws IOException {
        Set<String> endings;
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            endings = files.map(Path::toString)
                    .filter(name -> name.matches(".*\\.(txt|jsonl|jsonl\\.gz)"))
                    .map(name -> name.replaceFirst(".*\\.(txt|jsonl|jsonl\\.gz)$", "$1"))
                    .collect(Collectors.toSet());
        }
        List<String> sources = new ArrayList<>();
        if (endings.contains("txt")) {
            sources.add("SELECT content AS text FROM read_text('" + folder + "/**/*.txt')");
        }
        for (String json : List.of("jsonl", "jsonl.gz")) {
            if (endings.contains(json)) {
                sources.add("SELECT text FROM read_json('" + folder + "/**/*." + json
                        + "', format = 'newline_delimited', columns = {text: 'VARCHAR'})");
            }
        }
        if (sources.isEmpty()) {
            throw new IOException("Expected .txt or .jsonl files but found none in " + folder);
        }
        return String.join(" UNION ALL ", sources);
    }
}
