package pullquote.batch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-12T02:30:00Z");

    @TempDir
    Path folder;

    private Path input;

    @BeforeEach
    void makeInput() throws IOException {
        input = Files.createDirectory(folder.resolve("wire"));
    }

    @Test
    void fewerFilesThanTheJobExpectsAreRefused() throws IOException {
        deliver("a.txt", 1);
        deliver("day/b.txt", 1);
        deliver("c.part", 1);
        deliver(".hidden", 1);

        assertThatThrownBy(() -> check(3, Optional.empty(), false, false))
                .isInstanceOf(InputMissingException.class)
                .hasMessage("expected at least 3 files in " + input
                        + " (limits.min_files) but found 2; see why the delivery stays away, then run again");
        assertThatCode(() -> check(2, Optional.empty(), false, false)).doesNotThrowAnyException();
    }

    @Test
    void anInputWhoseNewestFileIsTooOldIsRefused() throws IOException {
        deliver("a.txt", 90);
        deliver("b.txt", 27);

        assertThatThrownBy(() -> check(0, Optional.of(26), false, false))
                .isInstanceOf(InputMissingException.class)
                .hasMessageStartingWith("expected a file in " + input
                        + " that was changed in the last 26 hours (limits.max_age_hours) but found the newest, b.txt, changed"
                        + " at 2026-03-10T23:30:00Z; ");
        deliver("a.txt", 26);
        assertThatCode(() -> check(0, Optional.of(26), false, false)).doesNotThrowAnyException();
    }

    @Test
    void anEmptyInputIsTooOld() {
        assertThatThrownBy(() -> check(0, Optional.of(26), true, false)).hasMessageContaining("but found none at all");
    }

    @Test
    void aFolderThatHeldFilesAndIsEmptyNowIsRefusedUnlessThatIsMeant() throws IOException {
        assertThatThrownBy(() -> check(0, Optional.empty(), false, true))
                .isInstanceOf(InputMissingException.class)
                .hasMessage("expected files in " + input
                        + ", as earlier runs have read some of this source, but found none; see that it is mounted, or run"
                        + " with --allow-empty-input");
        assertThatCode(() -> check(0, Optional.empty(), true, true)).doesNotThrowAnyException();
        assertThatCode(() -> check(0, Optional.empty(), false, false))
                .as("a folder to which nothing has come yet")
                .doesNotThrowAnyException();
        deliver("a.txt", 5000);
        assertThatCode(() -> check(0, Optional.empty(), false, true)).doesNotThrowAnyException();
    }

    @Test
    void aFolderThatIsMissingIsRefused() {
        input = folder.resolve("none");

        assertThatThrownBy(() -> check(0, Optional.empty(), true, false))
                .isInstanceOf(InputMissingException.class)
                .hasMessageContaining("expected the input folder at " + input + " but found none; ");
    }

    private void check(long minFiles, Optional<Integer> maxAgeHours, boolean allowEmpty, boolean hadFiles) {
        InputLimits limits = new InputLimits(minFiles, maxAgeHours.map(Duration::ofHours), allowEmpty);
        new InputCheck(PlainSettings.of(input, folder.resolve("out"), limits), Clock.fixed(NOW, ZoneOffset.UTC))
                .require(hadFiles);
    }

    private void deliver(String name, int hoursAgo) throws IOException {
        Path file = input.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "OBAN");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofHours(hoursAgo))));
    }
}
