package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheafTest {
    @ParameterizedTest
    @CsvSource({"1, 2, 1", "3, 2, 3", "20, 2, 4", "500, 2, 16", "500, 12, 24", "10000, 2, 313"})
    void aTransactionIsCutIntoSheavesForAllWorkers(int records, int workers, int sheaves) {
        assertThat(Sheaf.perChunk(records, workers)).isEqualTo(sheaves);
    }

    @Test
    void holdsARecord() {
        assertThatThrownBy(() -> new Sheaf(List.of())).hasMessageContaining("Expected a record");
    }
}
