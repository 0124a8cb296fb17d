package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputScanTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatIsRemovedWhileItIsWaitedForIsNotStillChanging() throws IOException {
        Path young = Files.writeString(folder.resolve("young.txt"), "OBAN");

        assertThat(scan(() -> Files.deleteIfExists(young))).isEmpty();
        assertThat(unsettled).isZero();
    }

    @Test
    void aFileThatGrowsWhileItIsWaitedForIs() throws IOException {
        Path young = Files.writeString(folder.resolve("young.txt"), "OBAN");

        assertThat(scan(() -> Files.writeString(young, ".", StandardOpenOption.APPEND)))
                .isEmpty();
        assertThat(unsettled).isEqualTo(1);
    }

    private interface Change {
        Object make() throws IOException;
    }

    private long unsettled;

    /** {@return the files at rest, of a folder that is changed whenever the time is looked at} */
    private List<String> scan(Change change) {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                try {
                    Instant now = Instant.now();
                    change.make();
                    return now.plusMillis(50);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }
        };
        List<String> found = new ArrayList<>();
        unsettled = new InputScan(folder, Set.of(), List.of(), Duration.ofMillis(500), clock)
                .forEach(file -> found.add(file.uri()));
        return found;
    }
}
