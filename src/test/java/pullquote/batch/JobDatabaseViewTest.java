package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The job repository as those see it who only look, and as those number it who write. */
class JobDatabaseViewTest {
    private static final int MANY = 400_000;

    @TempDir
    Path state;

    @Test
    void thereIsNoViewOfWhatIsNotThere() {
        assertThat(JobDatabaseView.of(state.resolve("none"))).isEmpty();
        assertThat(state.resolve("none")).doesNotExist();
    }

    @Test
    void whatIsNotCommittedIsNotSeenHoweverMuchItIs() throws Exception {
        try (JobDatabase database = JobDatabase.open(state, 2);
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO delivery SELECT 1, 1, 1, x, x, 'A', NULL FROM SYSTEM_RANGE(1, 10)");
            connection.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO delivery SELECT 2, 1, 1, x, x, 'A', NULL FROM SYSTEM_RANGE(1, " + MANY + ")");
            byte[] before = Files.readAllBytes(JobDatabase.file(state));
            try (JobDatabaseView view = JobDatabaseView.of(state).orElseThrow()) {
                assertThat(deliveries(view)).isEqualTo(10);
                assertThat(Files.readAllBytes(JobDatabase.file(state))).isEqualTo(before);

                connection.commit();

                assertThat(deliveries(view)).as("a view is of one moment").isEqualTo(10);
            }
            try (JobDatabaseView later = JobDatabaseView.of(state).orElseThrow()) {
                assertThat(deliveries(later)).isEqualTo(10 + MANY);
            }
        }
        assertThat(state).isDirectoryNotContaining(path -> !path.endsWith("jobs.mv.db"));
    }

    private static Integer deliveries(JobDatabaseView view) {
        return view.read(jdbc -> jdbc.queryForObject("SELECT COUNT(*) FROM delivery", Integer.class));
    }

    @Test
    void executionsAreNumberedWithoutAJump() throws Exception {
        JobDatabase.open(state, 1).close();
        for (long expected = 1; expected <= 3; expected++) {
            try (JobDatabase database = JobDatabase.open(state, 1)) {
                assertThat(execute(database)).isEqualTo(expected);
                // as a process that dies leaves it
                sql(database, "ALTER SEQUENCE batch_job_execution_seq RESTART WITH 65");
            }
        }
    }

    @Test
    void aRepositoryOfAnEarlierVersionGoesOnAfterItsLastExecution() throws Exception {
        try (JobDatabase database = JobDatabase.open(state, 1)) {
            execute(database);
            sql(database, "ALTER SEQUENCE batch_job_execution_seq RESTART WITH 33 CACHE 32");
            sql(database, "ALTER SEQUENCE run_seq RESTART WITH 2 CACHE 32");
        }
        try (JobDatabase database = JobDatabase.open(state, 1)) {
            assertThat(execute(database)).isEqualTo(2);
            assertThat(new Ledger(new JdbcTemplate(database.dataSource())).nextRunNo())
                    .isEqualTo(2);
            assertThat(new JdbcTemplate(database.dataSource())
                            .queryForList(
                                    "SELECT sequence_name FROM information_schema.sequences WHERE cache > 1"
                                            + " AND sequence_name NOT LIKE 'SYSTEM%'",
                                    String.class))
                    .isEmpty();
        }
    }

    /** An execution begins: its number is the next of the sequence, as Spring Batch takes it. */
    private static long execute(JobDatabase database) throws SQLException {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        Long id = jdbc.queryForObject("SELECT NEXT VALUE FOR batch_job_execution_seq", Long.class);
        jdbc.update("INSERT INTO batch_job_instance VALUES (?, 0, 'dispatches', ?)", id, "key" + id);
        jdbc.update(
                "INSERT INTO batch_job_execution (job_execution_id, version, job_instance_id, create_time)"
                        + " VALUES (?, 0, ?, CURRENT_TIMESTAMP)",
                id,
                id);
        return id;
    }

    private static void sql(JobDatabase database, String sql) {
        new JdbcTemplate(database.dataSource()).execute(sql);
    }
}
