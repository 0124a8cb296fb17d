package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheafTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 7, 1", "16, 16, 1", "17, 16, 2", "500, 16, 32", "10000, 16, 625"})
    void aTransactionIsCutIntoSheaves(int records, int each, int sheaves) {
        assertThat(Sheaf.records(records)).isEqualTo(each);
        assertThat(Sheaf.perChunk(records)).isEqualTo(sheaves);
    }

    @Test
    void holdsARecord() {
        assertThatThrownBy(() -> new Sheaf(List.of())).hasMessageContaining("Expected a record");
    }
}
