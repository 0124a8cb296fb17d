package pullquote.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The database file of the job repository and the ledger: private to the user, every commit on the disk before it is
 * acknowledged, no console, no network.
 */
final class JobDatabase implements AutoCloseable {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final JdbcConnectionPool pool;

    private JobDatabase(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    /**
     * {@return the opened database; created when there is none}
     *
     * @param state the folder that holds it
     * @param connections most connections open at a time
     */
    static JobDatabase open(Path state, int connections) {
        if (state.toString().indexOf(';') >= 0) {
            throw new BatchFailedException("expected a state folder without a semicolon in its path but found " + state
                    + "; give another with --state DIR");
        }
        try {
            createPrivately(state);
            JdbcDataSource source = new JdbcDataSource();
            // without a delay, H2 has no thread that tidies up meanwhile: it is given two seconds for it when it is
            // closed
            source.setURL(
                    "jdbc:h2:file:" + state.resolve("jobs")
                            + ";WRITE_DELAY=0;MAX_COMPACT_TIME=2000;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000");
            source.setUser("pullquote");
            source.setPassword("");
            JdbcConnectionPool pool = JdbcConnectionPool.create(source);
            pool.setMaxConnections(connections);
            JobDatabase database = new JobDatabase(pool);
            database.createTables();
            return database;
        } catch (IOException | SQLException unusable) {
            throw new BatchFailedException(
                    "expected a job repository in " + state + " but found "
                            + RunLog.printable(String.valueOf(unusable.getMessage()))
                            + "; mend or move the folder away, then run again",
                    unusable);
        }
    }

    private static void createPrivately(Path state) throws IOException {
        if (!Files.isDirectory(state)) {
            Files.createDirectories(state, PosixFilePermissions.asFileAttribute(FOLDER));
        }
        Path file = state.resolve("jobs.mv.db");
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
        }
        Files.setPosixFilePermissions(file, FILE);
    }

    private void createTables() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            // the ledger's first table comes last: where it is missing, making the tables was cut short or never begun
            boolean isNew =
                    !connection.getMetaData().getTables(null, null, "RUN", null).next();
            if (isNew) {
                connection.createStatement().execute("DROP ALL OBJECTS");
                ScriptUtils.executeSqlScript(
                        connection, new ClassPathResource("org/springframework/batch/core/schema-h2.sql"));
            }
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("pullquote/batch/ledger.sql"));
        }
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("SHUTDOWN");
        } catch (SQLException alreadyClosed) {
            RunLog.info("job repository not shut down: {}", String.valueOf(alreadyClosed.getMessage()));
        }
        pool.dispose();
    }
}
