package pullquote.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same table through different engines, in one notation: the first line its columns, then its rows, sorted. */
final class Readers {
    private Readers() {}

    /** {@return a table as the DuckDB of the test class path reads it} */
    static List<String> duckDb(Path current, String table) throws SQLException {
        return duckDb(new org.duckdb.DuckDBDriver(), current, table);
    }

    /** {@return a table as the DuckDB in a jar of its own reads it} */
    static List<String> duckDb(Path jar, Path current, String table) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Driver driver = (Driver) loader.loadClass("org.duckdb.DuckDBDriver")
                    .getDeclaredConstructor()
                    .newInstance();
            return duckDb(driver, current, table);
        }
    }

    private static List<String> duckDb(Driver driver, Path current, String table) throws SQLException {
        try (Connection connection = driver.connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            String from = " FROM read_parquet('" + current + "/" + table + "/*.parquet')";
            List<String> lines = new ArrayList<>();
            try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT *" + from)) {
                List<String> types = new ArrayList<>();
                while (columns.next()) {
                    types.add(columns.getString(1) + " " + columns.getString(2));
                }
                lines.add(String.join(", ", types));
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery("SELECT *" + from)) {
                int count = result.getMetaData().getColumnCount();
                while (result.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= count; i++) {
                        row.add(text(result.getObject(i)));
                    }
                    rows.add("{" + String.join("|", row) + "}");
                }
            }
            rows.sort(null);
            lines.addAll(rows);
            return lines;
        }
    }

    /** Reads tables in a Spark of its own, on the class path that the build resolved. */
    static void spark(Path current, Path target, List<String> tables) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (String opened : List.of(
                "java.lang",
                "java.lang.invoke",
                "java.lang.reflect",
                "java.io",
                "java.net",
                "java.nio",
                "java.util",
                "java.util.concurrent",
                "java.util.concurrent.atomic",
                "sun.nio.ch",
                "sun.nio.cs",
                "sun.security.action",
                "sun.util.calendar")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-Xmx1g",
                "-cp",
                Files.readString(Path.of("target/spark.classpath")).strip(),
                "src/test/spark/SparkRows.java",
                current.toString(),
                target.toString()));
        command.addAll(tables);
        Path log = target.resolve("spark.log");
        Process spark = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (spark.waitFor() != 0) {
            throw new IOException("Spark failed: " + Files.readString(log));
        }
    }

    /** {@return a table as Spark wrote it down} */
    static List<String> sparkLines(Path target, String table) throws IOException {
        List<String> lines = Files.readAllLines(target.resolve(table + ".txt"), StandardCharsets.UTF_8);
        return Stream.concat(lines.stream().limit(1), lines.stream().skip(1).sorted())
                .toList();
    }

    private static String text(Object value) throws SQLException {
        if (value instanceof Struct struct) {
            return "{" + join(struct.getAttributes(), "|") + "}";
        }
        if (value instanceof Array array) {
            return "[" + join((Object[]) array.getArray(), "|") + "]";
        }
        if (value instanceof OffsetDateTime time) {
            return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant()));
        }
        return String.valueOf(value).replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String join(Object[] values, String separator) {
        return Arrays.stream(values)
                .map(value -> {
                    try {
                        return text(value);
                    } catch (SQLException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .collect(Collectors.joining(separator));
    }
}
