package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A split's number stands in its step's name, whatever became of the step's context. */
class SplitPartitionerTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 42, 9999, 12345})
    void aStepsNameTellsItsSplit(int split) {
        String step = BatchConfiguration.EXTRACT_SPLIT + ":" + SplitPartitioner.name(split);

        assertThat(SplitPartitioner.split(step)).isEqualTo(split);
    }
}
