package pullquote.batch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptException;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The database file of the job repository and the ledger: private to the user, every commit on the disk before it is
 * acknowledged, no console, no network. A new one is made whole beside its place and then moved there.
 */
final class JobDatabase implements AutoCloseable {
    /** Raised whenever the ledger's tables change. */
    private static final int VERSION = 3;

    static final String USER = "pullquote";

    private static final String EXECUTIONS = "BATCH_JOB_EXECUTION_SEQ";
    static final String NAME = "jobs";
    static final String NEW = "jobs-new";
    static final String OLD = "jobs-old";
    private static final String SUFFIX = ".mv.db";
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final JdbcConnectionPool pool;

    private JobDatabase(JdbcConnectionPool pool) {
        this.pool = pool;
    }

    /** {@return whether a state folder holds a database, whole or not} */
    static boolean exists(Path state) {
        return Files.exists(file(state, NAME));
    }

    /** {@return where a state folder's database lies} */
    static Path file(Path state) {
        return file(state, NAME);
    }

    /**
     * {@return the opened database; created when there is none}
     *
     * @param state the folder that holds it
     * @param connections most connections open at a time
     */
    static JobDatabase open(Path state, int connections) {
        return open(state, connections, false);
    }

    /**
     * {@return the opened database}
     *
     * @param isNothingPublished whether one without tables may be replaced, as no run has ever used it
     */
    static JobDatabase open(Path state, int connections, boolean isNothingPublished) {
        requirePlain(state);
        try {
            if (!exists(state) || (isNothingPublished && isWithoutTables(state))) {
                create(state, database -> {});
            }
            Files.setPosixFilePermissions(file(state, NAME), FILE);
        } catch (IOException | SQLException | ScriptException unwritable) {
            throw Failures.of("can't make a job repository in " + state, unwritable, state);
        }
        JobDatabase database = unchecked(state, NAME, connections);
        try {
            if (database.isOlder()) {
                database.close();
                LedgerUpgrade.run(state);
                database = unchecked(state, NAME, connections);
            }
            database.requireVersion(state);
            database.numberWithoutGaps();
            return database;
        } catch (IOException | ScriptException unwritable) {
            throw Failures.of("can't bring the job repository in " + state + " to the present version", unwritable);
        } catch (SQLException unusable) {
            database.pool.dispose();
            if (unusable.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw busy(state);
            }
            throw Failures.isNoRoom(unusable, state)
                    ? Failures.of("can't open the job repository in " + state, unusable, state)
                    : new BatchFailedException(
                            "expected a whole job repository in " + state + " but found " + Failures.reason(unusable)
                                    + "; " + OutputCheck.MEND,
                            unusable);
        } catch (BatchFailedException other) {
            database.close();
            throw other;
        }
    }

    /**
     * Makes a database anew; one that is there is kept beside it until the next time, as {@code jobs-old.mv.db}.
     *
     * @param filler writes the rows that it begins with
     */
    static void create(Path state, Consumer<DataSource> filler) throws IOException, SQLException {
        requirePlain(state);
        if (!Files.isDirectory(state)) {
            Files.createDirectories(state, PosixFilePermissions.asFileAttribute(FOLDER));
        }
        Files.deleteIfExists(file(state, NEW));
        Files.createFile(file(state, NEW), PosixFilePermissions.asFileAttribute(FILE));
        try (JobDatabase fresh = new JobDatabase(pool(state, NEW, 2))) {
            try (Connection connection = fresh.pool.getConnection();
                    Statement statement = connection.createStatement()) {
                ScriptUtils.executeSqlScript(
                        connection, new ClassPathResource("org/springframework/batch/core/schema-h2.sql"));
                ScriptUtils.executeSqlScript(connection, new ClassPathResource("pullquote/batch/ledger.sql"));
                statement.execute("INSERT INTO ledger_version VALUES (" + VERSION + ")");
            }
            filler.accept(fresh.pool);
        }
        sync(file(state, NEW));
        if (exists(state)) {
            requireUnused(state);
            Files.move(file(state, NAME), file(state, OLD), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(file(state, NEW), file(state, NAME), StandardCopyOption.ATOMIC_MOVE);
        sync(state);
    }

    private static boolean isWithoutTables(Path state) {
        JdbcConnectionPool pool = pool(state, NAME, 1);
        try (Connection connection = pool.getConnection()) {
            return !hasTable(connection, "RUN");
        } catch (SQLException unusable) {
            return false;
        } finally {
            pool.dispose();
        }
    }

    private static boolean hasTable(Connection connection, String name) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, name, null)) {
            return tables.next();
        }
    }

    /** A semicolon would end the path in H2's URL and begin a setting, such as one that runs a script. */
    static void requirePlain(Path state) {
        if (state.toString().indexOf(';') >= 0) {
            throw new BatchFailedException("expected a state folder without a semicolon in its path but found " + state
                    + "; give another with --state DIR");
        }
    }

    private static JdbcConnectionPool pool(Path state, String name, int connections) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + state.resolve(name)
                // without a delay, H2 has no thread that tidies up meanwhile: it is given two seconds when it is closed
                + ";WRITE_DELAY=0;MAX_COMPACT_TIME=2000;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000");
        source.setUser(USER);
        source.setPassword("");
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(connections);
        return pool;
    }

    /**
     * Executions and runs count 1, 2, 3 …: H2 takes numbers from a sequence 32 at a time and forgets those that were left
     * when a process dies. A number that was given to an execution whose beginning was never written is given again.
     */
    private void numberWithoutGaps() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> cached = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("SELECT sequence_name FROM information_schema.sequences"
                    + " WHERE cache > 1 AND (sequence_name LIKE 'BATCH%' OR sequence_name = 'RUN_SEQ')")) {
                while (found.next()) {
                    cached.add(found.getString(1));
                }
            }
            for (String sequence : cached) {
                statement.execute("ALTER SEQUENCE " + sequence + " NO CACHE");
            }
            try (ResultSet next = statement.executeQuery(
                    "SELECT (SELECT COALESCE(MAX(job_execution_id), 0) + 1 FROM batch_job_execution),"
                            + " (SELECT base_value FROM information_schema.sequences WHERE sequence_name = '"
                            + EXECUTIONS
                            + "')")) {
                if (next.next() && next.getLong(1) != next.getLong(2)) {
                    statement.execute("ALTER SEQUENCE " + EXECUTIONS + " RESTART WITH " + next.getLong(1));
                }
            }
        }
    }

    /** {@return a database as it is, whatever its version} */
    static JobDatabase unchecked(Path state, String name, int connections) {
        return new JobDatabase(pool(state, name, connections));
    }

    private boolean isOlder() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return isOlder(connection);
        }
    }

    /** {@return whether a database is of the older version that can be brought to the present one} */
    static boolean isOlder(Connection connection) throws SQLException {
        if (!hasTable(connection, "LEDGER_VERSION")) {
            return false;
        }
        try (Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("SELECT MAX(version) FROM ledger_version")) {
            return version.next() && version.getInt(1) == LedgerUpgrade.FROM;
        }
    }

    private void requireVersion(Path state) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            requireVersion(connection, state);
        }
    }

    /** Refuses a database of another version, or one whose parameters would load a class. */
    static void requireVersion(Connection connection, Path state) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String found = "one of another version";
            if (hasTable(connection, "LEDGER_VERSION")) {
                try (ResultSet version = statement.executeQuery("SELECT MAX(version) FROM ledger_version")) {
                    found = version.next() ? "version " + version.getInt(1) : found;
                }
            }
            if (!found.equals("version " + VERSION)) {
                throw new BatchFailedException("expected a job repository of version " + VERSION + " in " + state
                        + " but found " + found + "; " + OutputCheck.MEND);
            }
            // the framework would load any class that is named there
            try (ResultSet strange = statement.executeQuery("SELECT parameter_type FROM batch_job_execution_params"
                    + " WHERE parameter_type <> 'java.lang.Long' LIMIT 1")) {
                if (strange.next()) {
                    throw new BatchFailedException("expected job parameters that are numbers in " + state
                            + " but found one of type " + strange.getString(1) + "; " + OutputCheck.MEND);
                }
            }
        }
    }

    private static OutputBusyException busy(Path state) {
        return new OutputBusyException("another run holds the job repository in " + state + "; wait for it to end");
    }

    private static void requireUnused(Path state) throws IOException {
        try (FileChannel channel = FileChannel.open(file(state, NAME), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw busy(state);
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            throw busy(state);
        }
    }

    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static Path file(Path state, String name) {
        return state.resolve(name + SUFFIX);
    }

    /** {@return where a state folder's database is, as H2's URLs name it} */
    static String url(Path state) {
        return state.resolve(NAME).toString();
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException closedBefore) {
            // a database that could not write has closed itself; what it acknowledged is on the disk
            RunLog.debug("job repository not shut down: {}", closedBefore);
        }
        pool.dispose();
    }
}
