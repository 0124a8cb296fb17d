import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import pullquote.storage.Canonical;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/** Reads tables with Spark as a user would and writes down what it saw. */
public final class ReadTables {
    private ReadTables() {}

    /** Takes the directory of the tables, one for the results, and the tables' names. */
    public static void main(String[] args) throws Exception {
        SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", true)
                .config("spark.sql.warehouse.dir", Path.of(args[1], "warehouse").toString())
                .getOrCreate();
        try {
            for (String table : Arrays.asList(args).subList(2, args.length)) {
                Dataset<Row> rows = spark.read().parquet(Path.of(args[0], table).toString());
                Files.write(Path.of(args[1], table + ".columns"), columns(rows));
                Files.write(Path.of(args[1], table + ".rows"), rows(rows));
            }
        } finally {
            spark.stop();
        }
    }

    private static List<String> columns(Dataset<Row> rows) {
        return Stream.of(rows.schema().fields())
                .map(field -> field.name() + " " + field.dataType().catalogString())
                .toList();
    }

    private static List<String> rows(Dataset<Row> rows) {
        return rows.collectAsList().stream()
                .map(row -> Canonical.text(plain(row)))
                .sorted()
                .toList();
    }

    private static Object plain(Object value) {
        if (value instanceof Row row) {
            Object[] fields = new Object[row.size()];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = plain(row.get(i));
            }
            return fields;
        }
        if (value instanceof Iterable<?> list) {
            List<Object> elements = new ArrayList<>();
            CollectionConverters.asJava(list).forEach(element -> elements.add(plain(element)));
            return elements;
        }
        return value;
    }
}
