import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads all tables again and again with Spark, each time from the snapshot that is current then. */
public final class ReadLoop {
    private ReadLoop() {}

    /** Takes the output, a file whose coming ends the loop, a folder for Spark's own files, and milliseconds of rest. */
    public static void main(String[] args) throws Exception {
        SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 1)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.warehouse.dir", Path.of(args[2], "warehouse").toString())
                .getOrCreate();
        try {
            while (!Files.exists(Path.of(args[1]))) {
                String now = Path.of(args[0], "current").toRealPath().toString();
                Dataset<Row> dispatches = spark.read().parquet(now + "/dispatches");
                Dataset<Row> quotations = spark.read().parquet(now + "/quotations");
                long orphans = quotations
                        .join(dispatches, quotations.col("dispatch_id").equalTo(dispatches.col("dispatch_id")), "left_anti")
                        .count();
                String snapshot = spark.read()
                        .parquet(now + "/runs")
                        .selectExpr("max(snapshot_id)")
                        .first()
                        .getString(0);
                System.out.println("seen " + dispatches.count() + " " + quotations.count() + " " + orphans + " " + snapshot);
                Thread.sleep(Integer.parseInt(args[3]));
            }
        } finally {
            spark.stop();
        }
    }
}
