package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which deliveries of a text count. */
class PublishedLedgerTest {
    private static final byte[] OLD = new byte[16];
    private static final byte[] NEW = HexFormat.of().parseHex("01".repeat(16));

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
        // run 2 planned to read file 1 again, but only file 2, with the same text, was read
        published(1);
        accepted(2);
        superseded(1, null);
        read(2, 2);

        ledger.dropSecondCopies(2);

        assertThat(ledger.count("A")).isZero();
        assertThat(ledger.count("L")).isEqualTo(1);
    }

    @Test
    void aTextPassesToTheOtherFileWhenItsFirstIsReadAgain() {
        published(1);
        accepted(2);
        superseded(1, null);
        read(2, 1);
        read(2, 2);

        ledger.dropSecondCopies(2);

        assertThat(ledger.count("A")).isEqualTo(1);
    }

    @Test
    void aDispatchStaysWhenWhatShouldHaveReplacedItWasRejected() {
        published(1);
        jdbc.update("INSERT INTO part VALUES (1, 1, 1, 'x', 'dispatches=1')");
        superseded(1, NEW);
        read(2, 1);
        assertThat(ledger.superseded(2)).isZero();
        assertThat(ledger.supersededParts(2)).isEmpty();

        jdbc.update("INSERT INTO delivery_new VALUES (1, 1, 1, 1, 'A', ?)", (Object) NEW);

        assertThat(ledger.superseded(2)).isEqualTo(1);
        assertThat(ledger.supersededParts(2)).hasSize(1);
    }

    @Test
    void aDispatchThatStaysIsKnownAfterItsFileWasReadAgain() {
        published(1);
        read(2, 1);
        jdbc.update("INSERT INTO delivery_new VALUES (1, 1, 1, 1, 'A', ?)", (Object) NEW);

        ledger.finish(2);

        assertThat(new Ledger(jdbc).publishedTexts(List.of("0".repeat(32), "01".repeat(16)), 3))
                .hasSize(2);
    }

    private void published(long fileId) {
        jdbc.update("INSERT INTO delivery VALUES (1, 1, 1, 1, ?, 'A', ?)", fileId, OLD);
    }

    private void accepted(long fileId) {
        jdbc.update("INSERT INTO delivery_new VALUES (1, 1, 1, ?, 'A', ?)", fileId, OLD);
    }

    private void superseded(long fileId, byte @Nullable [] by) {
        jdbc.update("INSERT INTO supersession VALUES (2, ?, ?, ?, 2, FALSE)", fileId, OLD, by);
    }

    private void read(long runNo, long fileId) {
        jdbc.update("INSERT INTO file_read VALUES (?, ?, 1, 'x')", runNo, fileId);
    }
}
