package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is published or known of it is damaged: a run names it, and one command makes both whole again. */
class DamagedStateIT {
    @TempDir
    static Path shared;

    private static Newsroom whole;
    private static Map<String, String> expected;
    private static Map<String, String> fresh;

    @TempDir
    Path folder;

    @BeforeAll
    static void publishTwoDays() throws Exception {
        whole = new Newsroom(shared)
                .job(shared.resolve("job.yaml"), "limits: {max_rejected_share: 1.0}\ninput: {settle_ms: 0}\n");
        whole.deliverADay("monday");
        assertThat(whole.tell("run").exitCode()).isZero();
        whole.deliverADay("tuesday");
        whole.deliver("monday/d5.txt", Newsroom.dispatch("corrected", 5));
        assertThat(whole.tell("run").exitCode()).isZero();
        expected = whole.rows();
        Newsroom another = new Newsroom(whole.input, shared.resolve("another"))
                .job(shared.resolve("job.yaml"), "limits: {max_rejected_share: 1.0}\ninput: {settle_ms: 0}\n");
        assertThat(another.tell("run").exitCode()).isZero();
        fresh = another.rows();
    }

    /** A kind of damage. */
    enum Damage {
        STATE_MISSING {
            @Override
            void strike(Path output) throws IOException {
                PathUtils.delete(output.resolve("state"));
            }
        },
        STATE_AND_LINK_MISSING {
            @Override
            void strike(Path output) throws IOException {
                PathUtils.delete(output.resolve("state"));
                Files.delete(output.resolve("current"));
            }
        },
        STATE_EMPTY {
            @Override
            void strike(Path output) throws IOException {
                cut(output.resolve("state/jobs.mv.db"), 0);
            }
        },
        STATE_CUT {
            @Override
            void strike(Path output) throws IOException {
                cut(output.resolve("state/jobs.mv.db"), 9000);
            }
        },
        STATE_OF_AN_OLDER_VERSION {
            @Override
            void strike(Path output) throws Exception {
                sql(output, "UPDATE ledger_version SET version = 1");
            }
        },
        STATE_WITH_A_STRANGE_TYPE {
            @Override
            void strike(Path output) throws Exception {
                sql(output, "UPDATE batch_job_execution_params SET parameter_type = 'java.io.FileOutputStream'");
            }
        },
        LINK_MISSING {
            @Override
            void strike(Path output) throws IOException {
                Files.delete(output.resolve("current"));
            }
        },
        LINK_DANGLING {
            @Override
            void strike(Path output) throws IOException {
                Files.delete(output.resolve("current"));
                Files.createSymbolicLink(output.resolve("current"), Path.of("snapshots/gone"));
            }
        },
        SNAPSHOT_MISSING {
            @Override
            void strike(Path output) throws IOException {
                PathUtils.delete(output.resolve("current").toRealPath());
            }
        },
        ALL_SNAPSHOTS_MISSING {
            @Override
            void strike(Path output) throws IOException {
                PathUtils.delete(output.resolve("snapshots"));
                Files.delete(output.resolve("current"));
            }
        },
        TABLE_MISSING {
            @Override
            void strike(Path output) throws IOException {
                PathUtils.delete(output.resolve("current").toRealPath().resolve("persons"));
            }
        },
        FILE_MISSING {
            @Override
            void strike(Path output) throws IOException {
                Files.delete(aFile(output));
            }
        },
        FILE_CUT {
            @Override
            void strike(Path output) throws IOException {
                cut(aFile(output), 300);
            }
        },
        STRANGE_FILE {
            @Override
            void strike(Path output) throws IOException {
                Files.copy(aFile(output), aFile(output).resolveSibling("stranger.parquet"));
            }
        };

        abstract void strike(Path output) throws Exception;

        static Path aFile(Path output) throws IOException {
            try (Stream<Path> files =
                    Files.list(output.resolve("current").toRealPath().resolve("quotations"))) {
                return files.sorted().findFirst().orElseThrow();
            }
        }

        static void cut(Path file, long size) throws IOException {
            // a copy of its own: published files are linked
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.write(file, java.util.Arrays.copyOf(bytes, (int) size));
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void isNamedAndMadeWholeByOneCommand(Damage damage) throws Exception {
        Newsroom room = copy();
        damage.strike(room.output);

        Newsroom.Told refused = room.tell("run");

        assertThat(refused.exitCode()).as(refused.errors()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.errors().lines()).hasSize(1);
        assertThat(refused.errors()).endsWith("jobs/pullquote run --rebuild-state\n");
        Newsroom.Told mended = room.tell("run", "--rebuild-state");
        assertThat(mended.exitCode()).as(mended.errors()).isZero();
        // where no snapshot is left, nobody knows that a file was delivered twice
        assertThat(room.rows()).isEqualTo(damage == Damage.ALL_SNAPSHOTS_MISSING ? fresh : expected);
        assertWhole(room);
    }

    private static void assertWhole(Newsroom room) throws Exception {
        Newsroom.Told next = room.tell("run");
        assertThat(next.exitCode()).as(next.errors()).isZero();
        assertThat(next.printed()).contains("nothing-new").contains("0 accepted");
        assertThat(room.staged()).isEmpty();
        assertThat(room.tell("status").exitCode()).isZero();
    }

    @Test
    void aNewFileAfterARebuiltStateIsPublishedBesideTheOld() throws Exception {
        Newsroom room = copy();
        PathUtils.delete(room.output.resolve("state"));
        Path late = room.deliver("late.txt", Newsroom.dispatch("late", 70));
        try {
            assertThat(room.tell("run", "--rebuild-state").exitCode()).isZero();
            assertThat(Duck.number(
                            room.output,
                            "SELECT count(*) FROM read_parquet('output/current/dispatches/*.parquet')"
                                    + " WHERE source_uri = 'late.txt'"))
                    .isEqualTo(1);
        } finally {
            Files.delete(late);
        }
    }

    @Test
    void aDispatchWhoseInputIsGoneStaysPublished() throws Exception {
        Newsroom room = new Newsroom(folder);
        Path gone = room.deliver("a.txt", Newsroom.dispatch("gone", 1));
        assertThat(room.tell("run").exitCode()).isZero();
        Map<String, String> before = room.rows();
        Files.delete(gone);
        PathUtils.delete(room.output.resolve("state"));

        assertThat(room.tell("run", "--rebuild-state", "--allow-empty-input").exitCode())
                .isZero();

        assertThat(room.rows()).isEqualTo(before);
    }

    @Test
    void aStagedFileThatWasSwappedIsNamedAndReadAgain() throws Exception {
        Newsroom room = new Newsroom(folder);
        room.deliverADay("monday");
        // staged, but not to be published
        Path blocked = Files.createFile(Files.createDirectories(room.output).resolve("snapshots"));
        assertThat(room.tell("run").exitCode()).isEqualTo(ExitCode.FAILED);
        Files.delete(blocked);
        Path staged;
        try (Stream<Path> all = Files.walk(room.output.resolve("staging"))) {
            staged = all.filter(
                            p -> p.toString().contains("split-") && p.toString().contains("persons"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
        }
        // one of the same table, whole and with as many rows
        byte[] bytes = Files.readAllBytes(staged);
        byte[] other = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("Z-0001", "Z-0009")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(other).isNotEqualTo(bytes);
        Files.write(staged, other);

        Newsroom.Told refused = room.tell("run");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.errors())
                .contains(staged.getFileName().toString())
                .endsWith("jobs/pullquote rerun --from-step extract\n");
        assertThat(room.tell("rerun", "--from-step", "extract").exitCode()).isEqualTo(ExitCode.TOO_MANY_REJECTED);
        assertThat(room.staged()).isEmpty();
    }

    @Test
    void aStateInUseIsLeftAlone() throws Exception {
        Newsroom room = copy();
        try (FileChannel channel = FileChannel.open(room.output.resolve("state/jobs.mv.db"), StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(room.tell("run", "--rebuild-state").exitCode()).isEqualTo(ExitCode.BUSY);
        }
        assertThat(room.tell("run").exitCode()).isZero();
    }

    @Test
    void pruneKeepsTheMetadataOfTheSnapshotsThatStay() throws Exception {
        Newsroom room = copy();
        for (int i = 0; i < 3; i++) {
            assertThat(room.tell("run").printed()).contains("nothing-new");
        }
        assertThat(room.tell("prune", "--keep", "2").exitCode()).isZero();
        assertThat(room.snapshots()).hasSize(2);
        assertThat(room.tell("status", "--last", "20").printed().lines().filter(l -> l.startsWith("execution")))
                .hasSize(5);
    }

    private Newsroom copy() throws IOException {
        Newsroom room = new Newsroom(whole.input, folder.resolve("out"));
        Newsroom.copy(whole.output, room.output);
        return room.job(folder.resolve("job.yaml"), "limits: {max_rejected_share: 1.0}\ninput: {settle_ms: 0}\n");
    }

    private static void sql(Path output, String statement) throws Exception {
        try (var h2 = DriverManager.getConnection("jdbc:h2:file:" + output.resolve("state/jobs"), "pullquote", "");
                var sql = h2.createStatement()) {
            sql.execute(statement);
        }
    }
}
