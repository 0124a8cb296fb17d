package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who holds an output, as a look finds it without taking part. */
class OutputLockTest {
    private static final long HERE = ProcessHandle.current().pid();

    @TempDir
    Path output;

    @Test
    void nobodyHoldsAnOutputThatWasNeverUsed() {
        assertThat(OutputLock.holder(output)).isEmpty();
        assertThat(output).isEmptyDirectory();
        assertThat(OutputLock.holder(output.resolve("none"))).isEmpty();
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void thisProcessIsFoundAndKeepsItsLock() {
        try (OutputLock lock = OutputLock.acquire(output)) {
            assertThat(lock).isNotNull();
            assertThat(OutputLock.holder(output))
                    .hasValueSatisfying(holder ->
                            assertThat(OutputLock.isProcess(holder, HERE)).isTrue());
            assertThatExceptionOfType(OutputBusyException.class)
                    .isThrownBy(() -> OutputLock.acquire(output).close())
                    .withMessageContaining("process " + HERE);
            assertThat(OutputLock.holder(output)).isPresent();
        }
        assertThat(OutputLock.holder(output)).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsNobody() throws Exception {
        Files.writeString(output.resolve("run.lock"), "process " + HERE + ", since 2020-01-01T00:00:00Z");

        assertThat(OutputLock.holder(output)).isEmpty();
    }
}
