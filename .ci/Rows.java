import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** Prints a digest of each table's rows, in any order, without the columns that tell of the run. */
final class Rows {
    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String table : new String[] {"dispatches", "quotations", "persons", "places", "timexes", "bylines", "rejects"}) {
                String run = table.equals("dispatches")
                        ? "EXCLUDE (run_id)"
                        : table.equals("rejects") ? "EXCLUDE (run_id, rejected_at)" : "";
                ResultSet digest = statement.executeQuery("SELECT count(*), md5(string_agg(r, chr(10) ORDER BY r)) FROM (SELECT x::VARCHAR AS r"
                        + " FROM (SELECT * " + run + " FROM read_parquet('" + args[0] + "/" + table + "/*.parquet')) x)");
                digest.next();
                System.out.println(table + " " + digest.getLong(1) + " " + digest.getString(2));
            }
        }
    }
}
