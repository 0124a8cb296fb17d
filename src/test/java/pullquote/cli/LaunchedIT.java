package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program in processes of its own: limits, other runs, who may read what, and the network. */
class LaunchedIT {
    @TempDir
    Path folder;

    private Newsroom room;
    private Path log;

    @BeforeEach
    void deliver() throws Exception {
        room = newsroom("out");
        room.deliverADay("monday");
        log = folder.resolve("log");
    }

    private Newsroom newsroom(String output) throws Exception {
        return new Newsroom(Files.createDirectories(folder.resolve("in")), folder.resolve(output))
                .job(folder.resolve("job.yaml"), "limits: {max_rejected_share: 1.0}\ninput: {settle_ms: 0}\n");
    }

    /** Sizes in blocks of 512 or 1024 bytes, as the shell has it; {@code -Dfaults.sizes=N} tries N of them. */
    static Stream<Integer> limits() {
        return Stream.of(64, 4, 220, 16, 128, 2, 8, 32, 96, 160, 190, 250).limit(Integer.getInteger("faults.sizes", 2));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aFileLimitFailsWithOneLineAndTheNextRunFinishes(int blocks) throws Exception {
        int code = Launched.run(log, shell("ulimit -f " + blocks, room));

        assertFailedWithOneLine(code);
        assertNextRunFinishes();
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aFullDiskFailsWithOneLineAndTheNextRunFinishes(int blocks) throws Exception {
        Files.createDirectory(room.output);
        boolean mounted =
                mount("mount", "-t", "tmpfs", "-o", "size=" + (blocks + 24) + "k", "tmpfs", room.output.toString());
        if (!mounted) {
            // not the leave to mount: the file limit stands for the disk, at another size
            assertFailedWithOneLine(Launched.run(log, shell("ulimit -f " + (blocks + 1), room)));
            assertNextRunFinishes();
            return;
        }
        try {
            assertFailedWithOneLine(Launched.run(log, Launched.command(List.of(), room.arguments("run"))));
            assertThat(mount("mount", "-o", "remount,size=50m", room.output.toString()))
                    .isTrue();
            assertNextRunFinishes();
        } finally {
            assertThat(mount("umount", room.output.toString())).isTrue();
        }
    }

    private static boolean mount(String... command) throws Exception {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    private void assertFailedWithOneLine(int code) throws Exception {
        String said = Files.readString(log);
        assertThat(code).as(said).isEqualTo(ExitCode.FAILED);
        assertThat(said.lines().filter(line -> line.startsWith("pullquote: ")))
                .as(said)
                .hasSize(1);
        assertThat(said).doesNotContain("\tat ").doesNotContain("internal error");
        assertThat(room.output.resolve("current")).doesNotExist();
    }

    private void assertNextRunFinishes() throws Exception {
        Newsroom calm = newsroom("calm");
        assertThat(calm.tell("run").exitCode()).isZero();
        Newsroom.Told next = room.tell("run");
        assertThat(next.exitCode()).as(next.errors()).isZero();
        assertThat(room.rows()).isEqualTo(calm.rows());
        assertThat(room.staged()).isEmpty();
    }

    private static List<String> shell(String before, Newsroom room) {
        List<String> command = new ArrayList<>(List.of("bash", "-c", before + "; exec \"$@\"", "bash"));
        command.addAll(Launched.command(List.of(), room.arguments("run")));
        return command;
    }

    @Test
    void aSecondRunLeavesTheFirstAlone() throws Exception {
        room.deliver(
                "long.txt", "LERWICK, May 3 (Ferro) -- A boat came.\n" + "“Nobody minded,” she said. ".repeat(20_000));
        Process first = new ProcessBuilder(Launched.command(List.of(), room.arguments("run")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Path lock = room.output.resolve("run.lock");
        while (first.isAlive() && (!Files.exists(lock) || Files.size(lock) == 0)) {
            Thread.sleep(20);
        }
        Newsroom.Told second = room.tell("run");

        assertThat(second.exitCode()).isEqualTo(ExitCode.BUSY);
        assertThat(second.errors()).contains("process " + first.pid());
        // meanwhile another output is filled
        assertThat(newsroom("other").tell("run").exitCode()).isZero();
        assertThat(Launched.end(first, log)).as(Files.readString(log)).isZero();
    }

    @Test
    void aLockThatADeadProcessLeftBlocksNobody() throws Exception {
        Files.createDirectories(room.output);
        // a number that another process bears now, this one
        Files.writeString(
                room.output.resolve("run.lock"),
                "process " + ProcessHandle.current().pid() + ", since 2020-01-01T00:00:00Z");

        assertThat(room.tell("run").exitCode()).isZero();
    }

    @Test
    void publishedFilesFollowTheMaskAndAllElseIsPrivate() throws Exception {
        assertThat(Launched.run(log, shell("umask 027", room)))
                .as(Files.readString(log))
                .isZero();

        Path current = room.output.resolve("current").toRealPath();
        assertThat(mode(current.resolve("quotations"))).isEqualTo("rwxr-x---");
        try (Stream<Path> files = Files.list(current.resolve("quotations"))) {
            assertThat(files.map(LaunchedIT::mode)).containsOnly("rw-r-----");
        }
        assertThat(mode(room.output.resolve("state"))).isEqualTo("rwx------");
        assertThat(mode(room.output.resolve("staging"))).isEqualTo("rwx------");
        assertThat(mode(room.output.resolve("state/jobs.mv.db"))).isEqualTo("rw-------");
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (java.io.IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    @Test
    void aRunOpensNoSocket() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-Djava.nio.channels.spi.SelectorProvider=" + WithoutNetwork.NoChannels.class.getName(),
                "-cp",
                Launched.JAR + ":target/test-classes",
                WithoutNetwork.class.getName()));
        command.addAll(room.arguments("run"));

        assertThat(Launched.run(log, command)).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log)).doesNotContain(WithoutNetwork.TRIED);

        command.set(command.size() - room.arguments("run").size(), "connect");
        assertThat(Launched.run(log, command)).isNotZero();
        assertThat(Files.readString(log)).contains(WithoutNetwork.TRIED);
    }

    @Test
    void stagingOnAnotherFileSystemIsRefusedAtTheStart() throws Exception {
        Path other = Path.of("/dev/shm");
        if (!Files.isDirectory(other) || Files.getFileStore(other).equals(Files.getFileStore(folder))) {
            other = Path.of("/proc/self");
        }
        Files.createDirectories(room.output);
        Files.createSymbolicLink(room.output.resolve("staging"), other);

        Newsroom.Told told = room.tell("run");

        assertThat(told.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(told.errors()).contains("on the same file system");
        assertThat(room.output.resolve("state")).doesNotExist();
    }
}
