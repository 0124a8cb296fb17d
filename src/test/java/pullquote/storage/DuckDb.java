package pullquote.storage;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** DuckDB by way of JDBC, in the two versions that users have. */
public final class DuckDb implements ReaderEngine {
    private static final Path SECOND = Path.of("target/duckdb2/duckdb_jdbc.jar");

    private final Driver driver;

    private DuckDb(Driver driver) {
        this.driver = driver;
    }

    /** {@return DuckDB 1.5, on the class path} */
    public static DuckDb first() throws Exception {
        return new DuckDb(driver(DuckDb.class.getClassLoader()));
    }

    /** {@return DuckDB 2.0, in a jar apart from the class path, as both have the same packages} */
    @SuppressWarnings("resource") // its native library stays until the JVM ends
    public static DuckDb second() throws Exception {
        URL[] urls = {SECOND.toUri().toURL()};
        return new DuckDb(driver(new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())));
    }

    private static Driver driver(ClassLoader loader) throws Exception {
        return (Driver) loader.loadClass("org.duckdb.DuckDBDriver")
                .getDeclaredConstructor()
                .newInstance();
    }

    /** {@return the first column of a query's rows as text} */
    public List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private Connection connect() throws SQLException {
        return driver.connect("jdbc:duckdb:", new Properties());
    }

    @Override
    public Map<String, TableReading> read(Path directory, List<String> tables) throws Exception {
        Map<String, TableReading> readings = new LinkedHashMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                String query = "SELECT * FROM read_parquet('" + directory.resolve(table) + "/*.parquet')";
                readings.put(table, new TableReading(columns(statement, query), rows(statement, query)));
            }
        }
        return readings;
    }

    private static List<String> columns(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery("DESCRIBE " + query)) {
            List<String> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(rows.getString(1) + " " + rows.getString(2).replace("\"", ""));
            }
            return columns;
        }
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                Object[] row = new Object[rows.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = plain(rows.getObject(i + 1));
                }
                found.add(Canonical.text(row));
            }
            return found.stream().sorted().toList();
        }
    }

    private static Object plain(Object value) throws SQLException {
        if (value instanceof Array array) {
            return Arrays.asList(plain((Object[]) array.getArray()));
        }
        return value instanceof Struct struct ? plain(struct.getAttributes()) : value;
    }

    private static Object[] plain(Object[] values) throws SQLException {
        Object[] plain = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            plain[i] = plain(values[i]);
        }
        return plain;
    }

    @Override
    public String typeName(String columnType) {
        if (columnType.startsWith("list<")) {
            return typeName(columnType.substring("list<".length(), columnType.length() - 1)) + "[]";
        }
        if (columnType.startsWith("{")) {
            return Arrays.stream(
                            columnType.substring(1, columnType.length() - 1).split(", "))
                    .map(field -> field.split(": "))
                    .map(field -> field[0] + " " + typeName(field[1]))
                    .collect(Collectors.joining(", ", "STRUCT(", ")"));
        }
        return switch (columnType) {
            case "string" -> "VARCHAR";
            case "int" -> "INTEGER";
            case "long" -> "BIGINT";
            case "boolean" -> "BOOLEAN";
            case "double" -> "DOUBLE";
            case "timestamp" -> "TIMESTAMP WITH TIME ZONE";
            case "date" -> "DATE";
            default -> throw new IllegalArgumentException(columnType);
        };
    }
}
