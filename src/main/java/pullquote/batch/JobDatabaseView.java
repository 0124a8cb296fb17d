package pullquote.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The job repository and the ledger as they are at the moment, to be looked at: no lock is taken and nothing is made or
 * changed, so that a look needs no more than permission to read and never disturbs a run that is going on.
 *
 * <p>What is shown is the state at the last commit when the view was opened. The file is read while no run is writing to it;
 * a look that a run got in the way of is repeated for some seconds.
 */
final class JobDatabaseView implements AutoCloseable {
    private static final int TRIES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 50;

    private final Path state;
    private @Nullable SingleConnectionDataSource open;
    private FileMark opened = FileMark.NONE;

    private JobDatabaseView(Path state) {
        this.state = state;
    }

    /** {@return a view of a state folder's database; empty when there is none} */
    static Optional<JobDatabaseView> of(Path state) {
        if (!JobDatabase.exists(state)) {
            return Optional.empty();
        }
        JobDatabase.requirePlain(state);
        if (!Files.isReadable(JobDatabase.file(state))) {
            throw new BatchFailedException("expected permission to read the job repository " + JobDatabase.file(state)
                    + " but found none; look as the user that runs the job");
        }
        OverlayFiles.register();
        return Optional.of(new JobDatabaseView(state));
    }

    /**
     * {@return what a look finds}
     *
     * @param look reads, and may be called more than once; all that it reads is of one moment
     */
    <T> T read(Function<JdbcTemplate, T> look) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                T found = look.apply(new JdbcTemplate(dataSource()));
                if (isOfOneMoment()) {
                    return found;
                }
                throw new IOException("a file that a run is writing to");
            } catch (DataAccessException | SQLException | IOException | BatchFailedException caught) {
                boolean isOfOneMoment = isOfOneMoment();
                close();
                if (caught instanceof BatchFailedException unusable && isOfOneMoment) {
                    throw unusable;
                }
                if (attempt == TRIES || System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new BatchFailedException(
                            "expected a whole job repository in " + state + " but found " + Failures.reason(caught)
                                    + "; look again, and if it stays so, " + OutputCheck.MEND,
                            caught);
                }
                pause();
            }
        }
    }

    /** A small file is of the moment when it was opened; of a large one, parts were read since. */
    private boolean isOfOneMoment() {
        try {
            FileMark now = FileMark.of(JobDatabase.file(state));
            return Math.max(opened.size(), now.size()) <= OverlayFiles.IMAGE || opened.equals(now);
        } catch (IOException gone) {
            return false;
        }
    }

    private SingleConnectionDataSource dataSource() throws SQLException, IOException {
        SingleConnectionDataSource known = open;
        if (known == null) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:" + OverlayFiles.SCHEME + ":" + JobDatabase.url(state)
                    + ";IFEXISTS=TRUE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE");
            source.setUser(JobDatabase.USER);
            source.setPassword("");
            opened = FileMark.of(JobDatabase.file(state));
            Connection connection = source.getConnection();
            known = new SingleConnectionDataSource(connection, true);
            open = known;
            if (JobDatabase.isOlder(connection)) {
                // in memory, as all that is written here
                LedgerUpgrade.upgrade(known);
            }
            JobDatabase.requireVersion(connection, state);
        }
        return known;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        SingleConnectionDataSource known = open;
        open = null;
        if (known == null) {
            return;
        }
        try (Connection connection = known.getConnection();
                Statement statement = connection.createStatement()) {
            // what recovery wrote is in memory alone: it is not worth tidying up
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException closedBefore) {
            RunLog.debug("view not shut down: {}", closedBefore);
        }
        known.destroy();
    }
}
