package pullquote.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks DuckDB about a published output. */
final class Duck {
    private Duck() {}

    /** {@return the rows of a query, each as its columns' texts} */
    static List<List<String>> rows(Path output, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql.replace("output/current", output + "/current"))) {
            List<List<String>> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getObject(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** {@return the one number that a query yields} */
    static long number(Path output, String sql) throws SQLException {
        return Long.parseLong(rows(output, sql).get(0).get(0));
    }
}
