import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Times questions to one table with Spark on one thread. Arguments: a file, and a file of queries, one a line. */
public final class LayoutQueries {
    private static final int TRIES = 3;

    private LayoutQueries() {}

    public static void main(String[] args) throws Exception {
        SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", 1)
                .getOrCreate();
        try {
            spark.read().parquet(args[0]).createOrReplaceTempView("q");
            List<String> queries = Files.readAllLines(Path.of(args[1]));
            // the first query pays for what all share
            spark.sql(queries.get(0)).collectAsList();
            StringBuilder row = new StringBuilder();
            for (String query : queries) {
                double best = Double.MAX_VALUE;
                long bytes = 0;
                for (int i = 0; i < TRIES; i++) {
                    long before = readBytes();
                    long begun = System.nanoTime();
                    spark.sql(query).collectAsList();
                    best = Math.min(best, (System.nanoTime() - begun) / 1e6);
                    bytes = readBytes() - before;
                }
                row.append(String.format(Locale.ROOT, " %.0f ms, %.1f MB |", best, bytes / 1e6));
            }
            System.out.println("SPARK" + row);
        } finally {
            spark.stop();
        }
    }

    /** What the process has read; Spark's own count leaves local files out. */
    private static long readBytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/io"))) {
            return lines.filter(line -> line.startsWith("rchar"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        }
    }
}
