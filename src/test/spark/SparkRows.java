import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads tables in Spark's local mode; writes each one's columns and rows, in one fixed notation, to TARGET/TABLE.txt. */
final class SparkRows {
    public static void main(String[] args) throws Exception {
        Path current = Path.of(args[0]);
        Path target = Path.of(args[1]);
        try (SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.warehouse.dir", target.resolve("warehouse").toString())
                .getOrCreate()) {
            for (int i = 2; i < args.length; i++) {
                Dataset<Row> rows = spark.read().parquet(current.resolve(args[i]).toString());
                List<String> lines = new ArrayList<>();
                lines.add(rows.schema().simpleString());
                for (Row row : rows.collectAsList()) {
                    lines.add(text(row));
                }
                Files.write(target.resolve(args[i] + ".txt"), lines, StandardCharsets.UTF_8);
            }
        }
    }

    private static String text(Object value) {
        if (value instanceof Row row) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                parts.add(text(row.get(i)));
            }
            return "{" + String.join("|", parts) + "}";
        }
        if (value instanceof scala.collection.Iterable<?> list) {
            List<String> parts = new ArrayList<>();
            scala.collection.Iterator<?> each = list.iterator();
            while (each.hasNext()) {
                parts.add(text(each.next()));
            }
            return "[" + String.join("|", parts) + "]";
        }
        if (value instanceof Instant instant) {
            return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
        }
        return String.valueOf(value).replace("\n", "\\n").replace("\r", "\\r");
    }
}
