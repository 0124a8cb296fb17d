package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.table.Table;

/**
 * {@code jobs/pullquote} in a copy of the product, whose Java only records how it was started and makes the files that
 * Java would make.
 */
class LauncherIT {
    private static final String JAVA = """
            #!/bin/sh
            [ "$1" = -version ] && { echo 'openjdk version "VERSION" 2025-01-01' >&2; exit; }
            echo "$*" >>'LOG'
            for option; do
              case $option in
                -XX:DumpLoadedClassList=* | -XX:AOTCacheOutput=*) echo java/lang/Object >"${option#*=}" ;;
                -XX:SharedArchiveFile=*) case "$*" in *-Xshare:dump*) BEFORE; : >"${option#*=}" ;; esac ;;
              esac
            done
            """;

    /** Above it a batch is worth both of Java's compilers. */
    private static final long LIMIT = 128L << 20;

    @TempDir
    Path folder;

    private Path product;
    private Path dist;
    private Path log;
    private Path java;

    @BeforeEach
    void install() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        product = Files.createDirectories(folder.resolve("product"));
        dist = Files.createDirectories(product.resolve("target/dist"));
        Files.createDirectories(product.resolve("src/main"));
        Files.createFile(product.resolve("pom.xml"));
        Files.createFile(dist.resolve("pullquote.jar"));
        Files.createDirectories(product.resolve("jobs"));
        Files.copy(Path.of("jobs/dispatches.yaml"), product.resolve("jobs/dispatches.yaml"));
        Files.copy(Path.of("jobs/pullquote"), product.resolve("jobs/pullquote"));
        Files.createDirectories(product.resolve("input"));
        log = Files.createFile(folder.resolve("java.log"));
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-rw-rw-"));
        java = jdk("jdk", "17.0.15");
        Files.setLastModifiedTime(
                dist.resolve("pullquote.jar"), FileTime.fromMillis(System.currentTimeMillis() - 5_000));
        for (String source : List.of("pom.xml", "src/main")) {
            Files.setLastModifiedTime(product.resolve(source), FileTime.fromMillis(0));
        }
    }

    private Path jdk(String name, String version) throws IOException {
        return jdk(name, version, ":");
    }

    /** {@return a Java that records how it is started} */
    private Path jdk(String name, String version, String beforeTheArchive) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
        return executable(
                bin.resolve("java"),
                JAVA.replace("VERSION", version).replace("LOG", log.toString()).replace("BEFORE", beforeTheArchive));
    }

    private static Path executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void theArchiveIsMadeOfTheSampleWhateverTheInputHolds() throws Exception {
        for (int i = 0; i < 300; i++) {
            Files.writeString(product.resolve("input/" + i + ".txt"), "not for the archive");
        }
        Files.writeString(product.resolve("jobs/dispatches.yaml"), "input: [broken");

        assertThat(start("--version")).isEmpty();

        assertThat(starts()).hasSize(4);
        assertThat(starts().subList(0, 3))
                .noneMatch(line -> line.contains(product.resolve("input").toString()))
                .noneMatch(line -> line.contains("dispatches.yaml"));
        assertThat(starts().get(0)).contains("--input " + dist.resolve("sample/input"));
        assertThat(starts().get(3)).contains("-XX:SharedArchiveFile=" + dist).endsWith("--version");
        assertThat(archives(dist)).hasSize(1);
    }

    @Test
    void theArchiveIsMadeOnce() throws Exception {
        start("--version");
        start("status");

        assertThat(starts()).hasSize(5);
    }

    @Test
    void aNewerJavaLearnsItsStartFromOneRun() throws Exception {
        java = jdk("newer", "25.0.1");

        start("--version");

        assertThat(starts()).hasSize(2);
        assertThat(starts().get(1)).contains("-XX:AOTCache=" + dist).contains("--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void twoJavasInTurnKeepTheirArchives() throws Exception {
        Path one = java;
        Path other = jdk("other", "21.0.2");
        for (int i = 0; i < 3; i++) {
            java = one;
            start("--version");
            java = other;
            start("--version");
        }

        assertThat(starts()).hasSize(2 * 3 + 6);
        assertThat(archives(dist)).hasSize(2);
    }

    @Test
    void theArchiveOfAJavaThatIsGoneIsRemoved() throws Exception {
        start("--version");
        Files.writeString(dist.resolve("java-12345"), " -XX:SharedArchiveFile=of-an-earlier-launcher");
        Files.createFile(dist.resolve("java-12345.jsa"));
        Files.createFile(dist.resolve("java-999.jsa"));
        List<String> before = archives(dist);
        Files.delete(java);
        java = jdk("updated", "17.0.16");

        start("--version");

        assertThat(archives(dist)).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void theArchiveOfAnEarlierBuildIsReplaced() throws Exception {
        start("--version");
        Files.writeString(dist.resolve("pullquote.jar"), "another build");

        start("--version");

        assertThat(starts()).hasSize(8);
        assertThat(archives(dist)).hasSize(1);
    }

    @Test
    void aCopyOfTheProgramDoesNotKeepTheArchivesOfTheFirst() throws Exception {
        start("--version");
        Path copy = folder.resolve("copy");
        Newsroom.copy(product, copy);
        product = copy;

        start("--version");

        assertThat(archives(dist)).hasSize(1);
        assertThat(archives(copy.resolve("target/dist"))).hasSize(1).doesNotContainAnyElementsOf(archives(dist));
    }

    @Test
    void anArchiveThatWasCutShortIsMadeByTheNextStart() throws Exception {
        Path whole = java;
        java = jdk("jdk", "17.0.15", "kill -9 $PPID; exit 1");
        start("--version");
        assertThat(archives(dist)).isEmpty();

        java = jdk("jdk", "17.0.15");
        assertThat(java).isEqualTo(whole);
        assertThat(start("--version")).isEmpty();

        assertThat(archives(dist)).hasSize(1);
        assertThat(names(dist)).noneMatch(name -> name.startsWith("making"));
    }

    @Test
    void aFailingArchiveIsNoReasonNotToStart() throws Exception {
        java = jdk("full-disk", "17.0.15", "exit 1");

        assertThat(start("--version")).isEmpty();
        assertThat(start("--version")).isEmpty();

        assertThat(starts()).hasSize(5);
        assertThat(starts().get(4)).contains("-Xshare:auto").endsWith("--version");
    }

    @Test
    void ofTwoFirstStartsOneMakesTheArchive() throws Exception {
        java = jdk("slow", "17.0.15", "sleep 1");
        Process first = launch(List.of("--version"), List.of());
        Process second = launch(List.of("status"), List.of());

        assertThat(ended(first)).isEmpty();
        assertThat(ended(second)).isEmpty();

        assertThat(starts()).hasSize(5);
        assertThat(archives(dist)).hasSize(1);
    }

    @Test
    void whereTheProgramIsReadOnlyTheArchiveIsInTheUsersCache() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(startAsAnyone("HOME=" + home)).isEmpty();
        assertThat(startAsAnyone("HOME=" + home)).isEmpty();

        assertThat(starts()).hasSize(5);
        assertThat(archives(dist)).isEmpty();
        assertThat(archives(home.resolve(".cache/pullquote"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-uHOME", "HOME=/proc/none"})
    void withoutAPlaceForTheArchiveTheProgramStartsWithout(String home) throws Exception {
        assertThat(startAsAnyone(home)).isEmpty();

        assertThat(starts()).singleElement().asString().endsWith("--version");
        assertThat(names(dist)).containsExactly("pullquote.jar");
    }

    @Test
    void aReadOnlyProgramThatWasBuiltIsNotBuiltAgain() throws Exception {
        Files.writeString(product.resolve("src/main/newer"), "newer than the program");

        assertThat(startAsAnyone("-uHOME")).isEmpty();

        Files.delete(dist.resolve("pullquote.jar"));
        assertThat(startAsAnyone("-uHOME"))
                .startsWith("pullquote: expected a built program")
                .hasLineCount(1);
    }

    @Test
    void withoutAHomeTheBuildKeepsWhatItDownloads() throws Exception {
        Files.delete(dist.resolve("pullquote.jar"));
        executable(
                product.resolve("mvnw"),
                "#!/bin/sh\necho \"$MAVEN_USER_HOME $*\" >'" + folder.resolve("mvnw.log")
                        + "'\n: >target/dist/pullquote.jar\n");

        assertThat(ended(launch(List.of("--version"), List.of("env", "-uHOME", "-uMAVEN_USER_HOME"))))
                .isEqualTo("pullquote: building, once (its output is in target/build.log)\n");

        assertThat(Files.readString(folder.resolve("mvnw.log")))
                .startsWith(product.resolve("target/m2") + " ")
                .contains("-Dmaven.repo.local=" + product.resolve("target/m2/repository"));
    }

    /** With this Java itself, with an option that makes it fail at once where it can't use the archive. */
    @Test
    void theProgramStartsFromTheArchive() throws Exception {
        Files.delete(dist.resolve("pullquote.jar"));
        Newsroom.copy(Launched.JAR.getParent().resolve("."), dist);
        java = Path.of(System.getProperty("java.home"), "bin", "java");
        String required = Runtime.version().feature() >= 25 ? "-XX:AOTMode=on" : "-Xshare:on";

        String printed = ended(launch(List.of("--version"), List.of("env", "PULLQUOTE_JAVA_OPTS=" + required)));

        assertThat(printed).startsWith("pullquote ").hasLineCount(1);
        assertThat(archives(dist)).hasSize(1);
    }

    @Test
    void theSampleFillsEveryTable() throws Exception {
        Path sample = Path.of("src/main/sample").toAbsolutePath();
        Newsroom room = new Newsroom(sample.resolve("input"), folder.resolve("out"));

        Newsroom.Told run = room.tell("run", "--job", sample.resolve("job.yaml").toString());

        assertThat(run.exitCode()).as(run.errors()).isZero();
        for (Table table : Table.values()) {
            assertThat(Duck.rows(
                                    room.output,
                                    "SELECT count(*) > 0 FROM read_parquet('output/current/" + table.tableName()
                                            + "/*.parquet')")
                            .get(0)
                            .get(0))
                    .as(table.tableName())
                    .isEqualTo("true");
        }
    }

    @ParameterizedTest
    @CsvSource({"11.0.2,11", "1.8.0_292,1", "internal,an unknown version"})
    void anOldOrUnknownJavaIsRefusedInOneLine(String version, String found) throws Exception {
        java = jdk("old", version);

        assertThat(start("--version"))
                .isEqualTo("pullquote: expected a JDK of version 17 or newer but found " + found + " at " + java
                        + "; install one or set JAVA_HOME\n");
        assertThat(starts()).isEmpty();
    }

    @Test
    void aSmallNightIsReadByTheFirstCompilerAlone() throws Exception {
        deliver("a.txt", LIMIT / 2);
        deliver("b/b.txt", LIMIT / 2);

        assertThat(compilersOf("run")).isEqualTo("first");
    }

    @Test
    void aLargeBatchIsReadByBoth() throws Exception {
        deliver("a.txt", LIMIT / 2);
        deliver("b/b.txt", LIMIT / 2 + 1);

        assertThat(compilersOf("run")).isEqualTo("both");
        assertThat(compilersOf("rerun", "--execution", "3")).isEqualTo("both");
        assertThat(compilersOf("run", "--dry-run")).isEqualTo("first");
        assertThat(compilersOf("run", "--help")).isEqualTo("first");
        assertThat(compilersOf("status")).isEqualTo("first");
    }

    @Test
    void compressedTextCountsFourTimes() throws Exception {
        deliver("a.jsonl.gz", LIMIT / 4 + 1);

        assertThat(compilersOf("run")).isEqualTo("both");
    }

    @Test
    void whatWasPublishedIsNotCountedAgain() throws Exception {
        deliver("old.txt", 2 * LIMIT);
        Thread.sleep(20);
        Files.createSymbolicLink(
                Files.createDirectories(product.resolve("output")).resolve("current"), Path.of("snapshots/1"));
        Thread.sleep(20);
        deliver("new.txt", 1000);
        assertThat(compilersOf("run")).isEqualTo("first");
        assertThat(compilersOf("run", "--rebuild-state")).isEqualTo("both");
        assertThat(compilersOf("run", "--reprocess")).isEqualTo("both");
        assertThat(compilersOf("rerun", "--from-step", "plan")).isEqualTo("both");

        // an old file that is moved there is new, whatever its own time
        Path moved = deliver("../moved.txt", 2 * LIMIT);
        Files.setLastModifiedTime(moved, FileTime.fromMillis(1_000_000));
        Files.move(moved, product.resolve("input/moved.txt"));
        assertThat(compilersOf("run")).isEqualTo("both");
    }

    @Test
    void theInputIsThatOfTheFlagTheEnvironmentOrTheJobFile() throws Exception {
        Path large = Files.createDirectory(folder.resolve("large"));
        try (RandomAccessFile file = new RandomAccessFile(large.resolve("a.txt").toFile(), "rw")) {
            file.setLength(2 * LIMIT);
        }
        assertThat(compilersOf("run")).isEqualTo("first");
        assertThat(compilersOf("run", "--input", large.toString())).isEqualTo("both");
        assertThat(compilersOf("run", "--threads", "1", "--input=" + large)).isEqualTo("both");
        assertThat(compilersOf("run", "--input", large.toUri().toString())).isEqualTo("both");
        assertThat(ended(launch(List.of("run"), List.of("env", "PULLQUOTE_INPUT=" + large))))
                .isEmpty();
        assertThat(compilersOfTheLast()).isEqualTo("both");
        Path job = folder.resolve("job.yaml");
        for (String yaml : List.of(
                "input:\n  # where the desks deliver\n  path: large   # all of them\noutput:\n  path: out\n",
                "output: {path: out}\ninput: { settle_ms: 0, path: \"large\" }\n",
                "input:\n    settle_ms: 0\n    path: '" + large + "'\n")) {
            Files.writeString(job, yaml);
            assertThat(compilersOf("run", "--job", job.toString())).as(yaml).isEqualTo("both");
        }
        Files.writeString(job, "output:\n  path: large\ninput:\n  path: product/input\n");
        assertThat(compilersOf("run", "--job", job.toString())).isEqualTo("first");
    }

    @Test
    void optionsOfTheUsersComeLast() throws Exception {
        ended(launch(List.of("run"), List.of("env", "PULLQUOTE_JAVA_OPTS=-XX:-TieredCompilation")));

        assertThat(last()).containsSubsequence("-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation", "-jar");
    }

    /** Makes a file of that many bytes, which takes no room. */
    private Path deliver(String name, long bytes) throws IOException {
        Path path = product.resolve("input").resolve(name);
        Files.createDirectories(path.getParent());
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(bytes);
        }
        return path;
    }

    private String compilersOf(String... command) throws Exception {
        assertThat(start(command)).isEmpty();
        return compilersOfTheLast();
    }

    private String compilersOfTheLast() throws IOException {
        return last().contains("-XX:TieredStopAtLevel=1") ? "first" : "both";
    }

    private String start(String... command) throws Exception {
        return ended(launch(List.of(command), List.of()));
    }

    /** Starts it as a user who may read the product and write nothing of it. */
    private String startAsAnyone(String home) throws Exception {
        List<String> before = new ArrayList<>();
        if (Files.getOwner(folder).getName().equals("root")) {
            before.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        } else {
            for (Path each : List.of(product, product.resolve("target"), dist)) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("r-xr-xr-x"));
            }
        }
        before.addAll(List.of("env", "-uXDG_CACHE_HOME", home));
        try {
            return ended(launch(List.of("--version"), before));
        } finally {
            for (Path each : List.of(product, product.resolve("target"), dist)) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private Process launch(List<String> arguments, List<String> before) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of("sh", product.resolve("jobs/pullquote").toString()));
        command.addAll(arguments);
        ProcessBuilder launcher = new ProcessBuilder(command).redirectErrorStream(true);
        launcher.environment().put("JAVA_HOME", java.getParent().getParent().toString());
        launcher.environment().keySet().removeIf(name -> name.startsWith("PULLQUOTE_"));
        return launcher.start();
    }

    /** {@return what a start of the launcher printed} */
    private static String ended(Process process) throws Exception {
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return printed;
    }

    private List<String> starts() throws IOException {
        return Files.readAllLines(log);
    }

    private String last() throws IOException {
        return starts().get(starts().size() - 1);
    }

    private static List<String> archives(Path where) throws IOException {
        return names(where).stream()
                .filter(name -> name.endsWith(".jsa") || name.endsWith(".aot"))
                .toList();
    }

    private static List<String> names(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
