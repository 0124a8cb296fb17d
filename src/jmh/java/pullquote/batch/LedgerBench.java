package pullquote.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a night costs in a ledger that knows many texts: look-ups by chunks, half of them known, and making ten thousand
 * dispatches known. Arguments: a scratch folder, then how many texts are known, growing: {@code DIR 100000 1000000}.
 */
final class LedgerBench {
    private static final int PER_FILE = 1000;
    private static final int CHUNK = 200;
    private static final int CHUNKS = 500;
    private static final int NIGHT = 10_000;

    private LedgerBench() {}

    public static void main(String[] args) throws Exception {
        Path state = Path.of(args[0]);
        System.out.println("| known texts | database MB | look-up µs, cold | look-up µs | publish 10,000 ms |");
        System.out.println("| --- | --- | --- | --- | --- |");
        long known = 0;
        for (int i = 1; i < args.length; i++) {
            long wanted = Long.parseLong(args[i]);
            try (JobDatabase database = JobDatabase.open(state, 4)) {
                known = fill(database.dataSource(), known, wanted);
            }
            try (JobDatabase database = JobDatabase.open(state, 4)) {
                JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
                double cold = lookUps(new Ledger(jdbc), known, 1);
                double warm = lookUps(new Ledger(jdbc), known, 2);
                double publish = publish(database.dataSource(), known);
                System.out.printf(
                        Locale.ROOT,
                        "| %,d | %,d | %.1f | %.1f | %.0f |%n",
                        known,
                        Files.size(state.resolve("jobs.mv.db")) / 1_000_000,
                        cold,
                        warm,
                        publish);
            }
        }
    }

    /** Publishes made-up texts in large batches, as nights before would have. */
    private static long fill(DataSource source, long known, long wanted) {
        long at = known;
        while (at < wanted) {
            long to = Math.min(wanted, at + 1_000_000);
            long run = 1000 + at / 1000;
            deliver(source, at, to);
            transaction(source).executeWithoutResult(status -> new PublishedLedger(new JdbcTemplate(source)).finish(run));
            at = to;
        }
        return at;
    }

    private static TransactionTemplate transaction(DataSource source) {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** As the workers do it, a chunk a transaction. */
    private static void deliver(DataSource source, long from, long to) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.execute("DROP INDEX IF EXISTS delivery_new_text");
        jdbc.execute("TRUNCATE TABLE delivery_new");
        for (long first = from; first < to; first += CHUNK) {
            List<Long> chunk = LongStream.range(first, Math.min(to, first + CHUNK)).boxed().toList();
            transaction(source).executeWithoutResult(status -> jdbc.batchUpdate(
                    "INSERT INTO delivery_new VALUES (1, 1, ?, ?, 'A', ?)", chunk, CHUNK, (row, each) -> {
                        row.setLong(1, each);
                        row.setLong(2, each / PER_FILE);
                        row.setBytes(3, HexFormat.of().parseHex(textId(each)));
                    }));
        }
    }

    /** {@return microseconds a look-up} */
    private static double lookUps(Ledger ledger, long known, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long begun = System.nanoTime();
        long hits = 0;
        for (int i = 0; i < CHUNKS; i++) {
            List<String> ids = new ArrayList<>();
            for (int j = 0; j < CHUNK; j++) {
                ids.add(textId(j % 2 == 0 ? random.nextLong(known) : -1 - random.nextLong(known)));
            }
            hits += ledger.publishedTexts(ids, 1).size();
        }
        double micros = (System.nanoTime() - begun) / 1e3 / CHUNKS / CHUNK;
        if (hits < CHUNKS * CHUNK * 0.45 || hits > CHUNKS * CHUNK * 0.5) {
            throw new IllegalStateException("Expected about half of the texts to be known but found " + hits);
        }
        return micros;
    }

    /** {@return milliseconds for a night's dispatches, which are taken back} */
    private static double publish(DataSource source, long known) {
        deliver(source, known, known + NIGHT);
        PublishedLedger ledger = new PublishedLedger(new JdbcTemplate(source));
        long begun = System.nanoTime();
        transaction(source).executeWithoutResult(status -> {
            ledger.dropSecondCopies(1);
            ledger.finish(1);
        });
        double millis = (System.nanoTime() - begun) / 1e6;
        new JdbcTemplate(source).update("DELETE FROM delivery WHERE run_no = 1");
        return millis;
    }

    /** Digests in the making: sixteen bytes that look like chance. */
    private static String textId(long n) {
        SplittableRandom random = new SplittableRandom(n * 0x9E3779B97F4A7C15L);
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }
}
