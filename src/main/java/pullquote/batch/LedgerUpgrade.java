package pullquote.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Brings the ledger of an older version to the present one: in a copy of the database, which then takes its place in one
 * step. The old one stays next to it until the next time, as {@code jobs-old.mv.db}.
 */
final class LedgerUpgrade {
    /** The one older version that is known. */
    static final int FROM = 2;

    private LedgerUpgrade() {}

    static void run(Path state) throws IOException, SQLException {
        Path database = JobDatabase.file(state, JobDatabase.NAME);
        Path copy = JobDatabase.file(state, JobDatabase.NEW);
        Path old = JobDatabase.file(state, JobDatabase.OLD);
        Files.copy(database, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        try (JobDatabase upgraded = JobDatabase.unchecked(state, JobDatabase.NEW, 2)) {
            upgrade(upgraded.dataSource());
        }
        JobDatabase.sync(copy);
        Files.deleteIfExists(old);
        Files.createLink(old, database);
        Files.move(copy, database, StandardCopyOption.ATOMIC_MOVE);
        JobDatabase.sync(state);
        RunLog.info("brought the job repository in {} from version {} to the present one", state, FROM);
    }

    static void upgrade(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE run ADD COLUMN source VARCHAR DEFAULT '' NOT NULL");
            JdbcTemplate jdbc = new JdbcTemplate(source);
            List<String> roots = jdbc.queryForList("SELECT DISTINCT input_root FROM run", String.class);
            for (String root : roots) {
                jdbc.update("UPDATE run SET source = ? WHERE input_root = ?", realPath(root), root);
            }
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("pullquote/batch/ledger.sql"));
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("pullquote/batch/ledger-2-to-3.sql"));
        }
    }

    /** What a source is called that was given no name. */
    private static String realPath(String root) {
        try {
            return Path.of(root).toRealPath().toString();
        } catch (IOException gone) {
            return root;
        }
    }
}
