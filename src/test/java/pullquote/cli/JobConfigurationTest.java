package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.batch.JobSettings;
import pullquote.batch.OnChange;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.DispatchSettings.DayMonthOrder;
import pullquote.intake.IntakeSettings;

class JobConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void theJobFileThatComesWithTheProjectHoldsTheDefaults() {
        JobSettings shipped = configuration(Path.of("jobs/dispatches.yaml")).settings();
        JobSettings defaults = new JobConfiguration(
                        JobFile.empty(),
                        Path.of("jobs").toAbsolutePath(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .settings();

        assertThat(shipped)
                .usingRecursiveComparison()
                .ignoringFields("jobSha256", "intake")
                .isEqualTo(defaults);
        assertThat(shipped.intake()).hasToString(IntakeSettings.standard().toString());
        assertThat(shipped.dispatch()).isEqualTo(DispatchSettings.standard());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "formats: [{match: '*.x'}]",
                "formats: [{read: txt}]",
                "formats: [{match: '[', read: txt}]",
                "formats: [null]",
                "formats: [{match: '*', read: jsonl, fields: {guid: null}}]",
                "input: {ignore: ['[']}",
                "input: {ignore: [null]}",
                "input: {max_record_bytes: 2147483647}",
                "input: {path: x}\noutput: {path: x}",
                "extract: {buffer_mb: 3000}",
                "extract: {file_set_mb: 4000}",
                "extract: {buffer_mb: 4, file_set_mb: 1024}",
                "extract: {chunk_records: 20000}",
                "dispatch: {desks: [{zone: UTC}]}"
            })
    void aSettingThatCanNotWorkIsToldOfAtOnce(String yaml) {
        assertThatThrownBy(() -> settings(yaml + "\n")).isInstanceOf(UsageException.class);
    }

    @Test
    void aSmallBufferAloneMakesSmallerSetsOfFiles() throws IOException {
        JobSettings settings = settings("extract: {buffer_mb: 4}\n");

        assertThat(settings.bufferBytes()).isEqualTo(4L << 20);
        assertThat(settings.fileSetBytes()).isEqualTo(512L << 20);
    }

    @Test
    void relativePathsStartAtTheJobFile() throws IOException {
        JobSettings settings = settings("input: {path: wire}\noutput: {path: ../tables, state: ../private}\n");

        assertThat(settings.input()).isEqualTo(folder.resolve("wire"));
        assertThat(settings.output()).isEqualTo(folder.resolveSibling("tables"));
        assertThat(settings.state()).isEqualTo(folder.resolveSibling("private"));
    }

    @Test
    void anInputFolderIsASourceByItsRealPathUnlessAJobNamesTheSource() throws IOException {
        Path wire = Files.createDirectory(folder.resolve("wire"));
        Files.createSymbolicLink(folder.resolve("today"), wire);

        assertThat(settings("input: {path: today}\n").source())
                .isEqualTo(wire.toRealPath().toString());
        assertThat(settings("input: {path: not-there-yet}\n").source())
                .isEqualTo(folder.resolve("not-there-yet").toString());
        assertThat(settings("input: {path: today, source: ferro}\n").source()).isEqualTo("ferro");
    }

    @Test
    void aChangedFileIsTreatedAsTheJobSays() throws IOException {
        assertThat(settings("input: {path: wire}\n").onChange()).isEqualTo(OnChange.AUTO);
        assertThat(settings("input: {on_change: replace}\n").onChange()).isEqualTo(OnChange.REPLACE);
        assertThat(settings("input: {on_change: keep}\n").onChange()).isEqualTo(OnChange.KEEP);
        assertThatThrownBy(() -> settings("input: {on_change: merge}\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("[auto, replace, keep]");
    }

    @Test
    void theStateLiesInTheOutputUnlessAJobSaysOtherwise() throws IOException {
        assertThat(settings("output: {path: tables}\n").state()).isEqualTo(folder.resolve("tables/state"));
    }

    @Test
    void aDeskIsAddedToThoseThatAreKnown() throws IOException {
        DispatchSettings dispatch = settings("""
                dispatch:
                  default_zone: Europe/Madrid
                  day_month_order: day_first
                  desks:
                    - name: Ferro News Agency
                      zone: "+02:00"
                """).dispatch();

        assertThat(dispatch.desks().get("ferro news agency").zone()).isEqualTo(ZoneId.of("+02:00"));
        assertThat(dispatch.desks().get("ferro news agency").dayMonthOrder()).isEqualTo(DayMonthOrder.DAY_FIRST);
        assertThat(dispatch.desks()).containsKey("xinhua");
    }

    @Test
    void aMistakeIsNamedWithItsLine() {
        assertThatThrownBy(() -> settings("input:\n  pth: wire\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("\"pth\"")
                .hasMessageContaining("near line")
                .hasMessageContaining("job.yaml");
        assertThatThrownBy(() -> settings("threads: many\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("near line 1 of");
        assertThatThrownBy(() -> settings("input: [\n")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> settings("formats: [{match: \"*.txt\", read: html}]\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("expected txt, multi or jsonl")
                .hasMessageContaining("html");
        assertThatThrownBy(() -> settings("dispatch: {default_zone: Mars/Olympus}\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Mars/Olympus");
    }

    @Test
    void aTypeTagInAJobFileMakesNothing() {
        assertThatThrownBy(() -> settings("input: {path: !!javax.script.ScriptEngineManager [wire]}\n"))
                .isInstanceOf(UsageException.class);
    }

    private JobSettings settings(String yaml) throws IOException {
        return configuration(Files.writeString(folder.resolve("job.yaml"), yaml))
                .settings();
    }

    private static JobConfiguration configuration(Path file) {
        Path absolute = file.toAbsolutePath();
        return new JobConfiguration(
                JobFile.read(absolute),
                absolute.getParent(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
