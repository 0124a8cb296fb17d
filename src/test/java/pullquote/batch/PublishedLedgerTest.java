package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which deliveries of a text count. */
class PublishedLedgerTest {
    @TempDir
    Path state;

    private JobDatabase database;
    private JdbcTemplate jdbc;
    private PublishedLedger ledger;

    @BeforeEach
    void open() {
        database = JobDatabase.open(state, 2);
        jdbc = new JdbcTemplate(database.dataSource());
        ledger = new PublishedLedger(jdbc);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTextStaysPublishedOnceWhenItsFirstFileHasToWait() {
        // run 2 planned to read file 1 anew, but only file 2, with the same text, was read
        published(1);
        accepted(2);
        planned(1);
        planned(2);
        read(2, 2);

        ledger.dropSecondCopies(2);

        assertThat(ledger.count("A")).isZero();
        assertThat(ledger.count("L")).isEqualTo(1);
    }

    @Test
    void aTextPassesToTheOtherFileWhenItsFirstIsReadAnew() {
        published(1);
        accepted(2);
        planned(1);
        planned(2);
        read(2, 1);
        read(2, 2);

        ledger.dropSecondCopies(2);

        assertThat(ledger.count("A")).isEqualTo(1);
    }

    private void published(long fileId) {
        jdbc.update("INSERT INTO delivery VALUES (1, 1, 1, 1, ?, 'A', ?)", fileId, new byte[16]);
    }

    private void accepted(long fileId) {
        jdbc.update("INSERT INTO delivery_new VALUES (1, 1, 1, ?, 'A', ?)", fileId, new byte[16]);
    }

    private void planned(long fileId) {
        jdbc.update("INSERT INTO manifest VALUES (2, ?, ?, 'x', 0, 0, 1, 1)", fileId, fileId);
    }

    private void read(long runNo, long fileId) {
        jdbc.update("INSERT INTO file_read VALUES (?, ?, 1, 'x')", runNo, fileId);
    }
}
