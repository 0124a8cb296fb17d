package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        Path absent = Path.of("jobs/dispatches.yaml").toAbsolutePath();
        JobSettings defaults = new JobConfiguration(
                        new JobFile.Read(JobFile.empty(), new JobFileLines(absent)), Overrides.none())
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threads: -3 | threads | -3 | 1 to 9999",
                "threads: 0 | threads | 0 | 1 to 9999",
                "input: {settle_ms: -5} | input.settle_ms | -5 | 0 to 3600000",
                "input: {max_record_bytes: 0} | input.max_record_bytes | 0 | 1 to 1073741824",
                "extract: {split_mb: 0} | extract.split_mb | 0 | 1 to 1048576",
                "extract: {chunk_records: 0} | extract.chunk_records | 0 | 1 to 10000",
                "extract: {buffer_mb: -1} | extract.buffer_mb | -1 | 1 to 1024",
                "extract: {file_set_mb: 0} | extract.file_set_mb | 0 | 1 to 3072",
                "limits: {max_rejected_share: 1.5} | limits.max_rejected_share | 1.5 | 0 to 1",
                "limits: {min_files: -1} | limits.min_files | -1 | 0 to 2147483647",
                "limits: {max_age_hours: 0} | limits.max_age_hours | 0 | 1 to 87840",
                "retention: {keep: 0} | retention.keep | 0 | 1 to 2147483647",
                "retention: {grace_minutes: -1} | retention.grace_minutes | -1 | 0 to 5270400"
            })
    void aNumberOutOfItsRangeIsRefusedWithFileLineAndRange(String yaml, String setting, String found, String range)
            throws IOException {
        JobConfiguration configuration = configuration(write("# a comment\n" + yaml + "\n"));

        assertThatThrownBy(() -> {
                    configuration.settings();
                    configuration.keep();
                    configuration.grace();
                })
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(range + " for " + setting + " but found " + found + " in line 2 of ")
                .hasMessageEndingWith("job.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threads: many | a whole number for threads but found many in line 3",
                "threads: 1.5 | a whole number for threads but found 1.5 in line 3",
                "threads: 99999999999999999999 | a number within its range for threads but found 99999999999999999999 in line 3",
                "limits: {max_rejected_share: .nan} | a number within its range for limits.max_rejected_share but found .nan in line 3",
                "threads: [2] | a whole number for threads but found a list in line 3",
                "threads: true | a whole number for threads but found true in line 3",
                "limits: {max_rejected_share: few} | a number for limits.max_rejected_share but found few in line 3",
                "limits: 5 | a section with settings for limits but found 5 in line 3",
                "formats: txt | a list for formats but found txt in line 3",
                "formats: [txt] | a section with settings for formats but found txt in line 3",
                "input: {path: [a, b]} | a text for input.path but found a list in line 3",
                "input: {ignore: {a: b}} | a list for input.ignore but found a section in line 3",
                "dispatch: {default_zone: Mars/Olympus} | +08:00 for dispatch.default_zone but found Mars/Olympus in line 3",
                "input: {on_change: replac} | for input.on_change but found replac in line 3",
            })
    void aValueOfAnotherKindIsRefusedInPlainWordsWithItsLine(String yaml, String message) {
        assertThatThrownBy(() -> settings("output:\n  path: out\n" + yaml + "\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message + " of ")
                .hasMessageNotContainingAny("java", "Integer", "Long", "Double", "pullquote.cli", "deserialize");
    }

    @Test
    void theLineIsThatOfTheSettingItselfHoweverDeep() {
        assertThatThrownBy(() -> settings("""
                        formats:
                          - match: "*.txt"
                            read: txt
                          - match: "*.htm"

                            read: html   # not yet
                            text: body
                        threads: 2
                        """))
                .hasMessageContaining("[txt, multi, jsonl] for formats.read but found html in line 6 of");
        assertThatThrownBy(() -> settings("formats:\n  - match: '*.txt'\n    read: txt\n  - match: '*.x'\n"))
                .hasMessageContaining("a value for formats.read but found none in line 4 of");
        assertThatThrownBy(() -> settings("dispatch:\n  desks:\n  - name: Ferro\n  - name: Nib\n    zone: Nowhere\n"))
                .hasMessageContaining("dispatch.desks.zone but found Nowhere in line 5 of");
    }

    @Test
    void anUnknownSettingIsNamedWithItsLineAndTheOneThatWasMeant() {
        assertThatThrownBy(() -> settings("input:\n  source: ferro\n  pth: wire\n  settle_ms: 5\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("found setting \"pth\" in line 3 of")
                .hasMessageEndingWith("job.yaml; did you mean path?");
        assertThatThrownBy(() -> settings("\nlimit: {min_files: 3}\n"))
                .hasMessageContaining("found setting \"limit\" in line 2 of")
                .hasMessageEndingWith("; did you mean limits?");
        assertThatThrownBy(() -> settings("colour: red\n")).hasMessageEndingWith("job.yaml");
    }

    @Test
    void aSettingThatIsGivenTwiceIsRefusedWithBothLines() {
        assertThatThrownBy(() -> settings("threads: 2\ninput: {path: a}\nthreads: 3\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("expected threads once but found it in lines 1 and 3 of");
    }

    @Test
    void aFileThatIsNoYamlIsRefusedWithTheLineOfTheFault() {
        assertThatThrownBy(() -> settings("threads: 2\ninput: [\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("expected a valid job file but found")
                .hasMessageContaining("in line 2 of")
                .hasMessageNotContainingAny("java", "snakeyaml");
    }

    @Test
    void aTypeTagInAJobFileMakesNothing() {
        assertThatThrownBy(() -> settings("input: {path: !!javax.script.ScriptEngineManager [wire]}\n"))
                .isInstanceOf(UsageException.class);
    }

    private JobSettings settings(String yaml) throws IOException {
        return configuration(write(yaml)).settings();
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("job.yaml"), yaml);
    }

    private static JobConfiguration configuration(Path file) {
        return new JobConfiguration(JobFile.read(file.toAbsolutePath()), Overrides.none());
    }
}
