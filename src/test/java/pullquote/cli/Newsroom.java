package pullquote.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import pullquote.table.Table;

/** An input, an output, and the command line between them. */
final class Newsroom {
    private static final Map<Table, String> OF_THE_RUN =
            Map.of(Table.DISPATCHES, "EXCLUDE (run_id)", Table.REJECTS, "EXCLUDE (run_id, rejected_at)");

    /** A dispatch that is like no other here. */
    static final String NOTICE = "KELSO, May 4 (Ferro) -- Late frost cost growers a third of their apples.\n\n"
            + "“We lit fires in every row,” said Tom Hale, who farms here.\n";

    final Path input;
    final Path output;
    private final List<String> options = new ArrayList<>();

    Newsroom(Path folder) throws IOException {
        this(Files.createDirectories(folder.resolve("in")), folder.resolve("out"));
    }

    Newsroom(Path input, Path output) {
        this.input = input;
        this.output = output;
    }

    /** Copies an output as it is, links and permissions included. */
    static void copy(Path from, Path to) throws IOException {
        try {
            int code = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("Expected to copy " + from + " but cp ended with " + code);
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    /** Sets what a job file says. */
    Newsroom job(Path file, String yaml) throws IOException {
        Files.writeString(file, yaml);
        options.addAll(List.of("--job", file.toString()));
        return this;
    }

    /** Puts a dispatch there, long at rest, and never with the same time twice. */
    Path deliver(String name, String text) throws IOException {
        return deliver(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path deliver(String name, byte[] bytes) throws IOException {
        Path path = input.resolve(name);
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_500_000_000_000L + System.nanoTime() / 1_000_000));
        return path;
    }

    /** Puts there what each desk sends on a small day: dispatches, a file of many, a repetition and two faults. */
    void deliverADay(String day) throws IOException {
        for (int i = 0; i < 8; i++) {
            deliver(day + "/d" + i + ".txt", dispatch(day, i));
        }
        deliver(day + "/again.txt", dispatch(day, 3));
        deliver(day + "/many.multi.txt", dispatch(day, 20) + "=====\n" + dispatch(day, 21));
        deliver(day + "/lines.jsonl", "{\"text\": \"" + dispatch(day, 30).replace("\n", "\\n") + "\"}\n{\"text\": \n");
        deliver(day + "/empty.txt", "");
    }

    static String dispatch(String day, int number) {
        return "OBAN, May 3 (Ferro) -- The %s ferry number %d sailed late.\n\n“We left %d minutes late,” said Ana Ruiz, the harbour master, on Monday.\n"
                .formatted(day, number, number);
    }

    /**
     * What a command said.
     *
     * @param exitCode its exit code
     * @param errors the line that it gave as its reason
     * @param printed what it was asked for
     */
    record Told(int exitCode, String errors, String printed) {}

    /** {@return what a command did here} */
    Told tell(String command, String... more) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            int code = Main.execute(arguments(command, more).toArray(String[]::new));
            return new Told(code, errors.toString(StandardCharsets.UTF_8), printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** {@return the command line of a command here} */
    List<String> arguments(String command, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of(command, "--input", input.toString(), "--output", output.toString(), "--threads", "2"));
        arguments.addAll(options);
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** {@return a digest of each table's rows in any order, without what tells of the run} */
    Map<String, String> rows() throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        for (Table table : Table.values()) {
            if (table != Table.RUNS) {
                digests.put(
                        table.tableName(),
                        Duck.rows(
                                        output,
                                        "SELECT count(*) || ' ' || coalesce(md5(string_agg(r, chr(10) ORDER BY r)), '') FROM"
                                                + " (SELECT x::VARCHAR AS r FROM (SELECT * "
                                                + OF_THE_RUN.getOrDefault(table, "")
                                                + " FROM read_parquet('output/current/" + table.tableName()
                                                + "/*.parquet')) x)")
                                .get(0)
                                .get(0));
            }
        }
        return digests;
    }

    List<String> staged() throws IOException {
        return names(output.resolve("staging"));
    }

    List<String> snapshots() throws IOException {
        return names(output.resolve("snapshots"));
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
