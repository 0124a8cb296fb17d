package pullquote.storage;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Spark in a JVM and on a class path of its own. */
public final class Spark implements ReaderEngine {
    private static final Path PROGRAM = Path.of("src/test/spark/ReadTables.java");

    private static final Path LOOP = Path.of("src/test/spark/ReadLoop.java");

    private static final Path CLASS_PATH = Path.of("target/spark.classpath");

    private final Path work;

    /**
     * Prepares a Spark.
     *
     * @param work an empty directory
     */
    public Spark(Path work) {
        this.work = work;
    }

    @Override
    public Map<String, TableReading> read(Path directory, List<String> tables) throws Exception {
        List<String> command = command(PROGRAM, List.of(directory.toString(), work.toString()));
        command.addAll(tables);
        Path log = work.resolve("spark.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        if (!ended || process.exitValue() != 0) {
            throw new IOException("Expected Spark to read " + tables + " but found:\n" + Files.readString(log));
        }
        Map<String, TableReading> readings = new LinkedHashMap<>();
        for (String table : tables) {
            readings.put(
                    table,
                    new TableReading(
                            Files.readAllLines(work.resolve(table + ".columns")),
                            Files.readAllLines(work.resolve(table + ".rows"))));
        }
        return readings;
    }

    private static List<String> command(Path program, List<String> arguments) throws Exception {
        String ours = Path.of(Canonical.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ours + File.pathSeparator + Files.readString(CLASS_PATH).strip(),
                program.toString()));
        command.addAll(arguments);
        return command;
    }

    /**
     * Reads all tables of an output until a file comes.
     *
     * @param restMillis between two readings
     * @param seen told of each reading
     * @return what each reading saw: dispatches, quotations, quotations without a dispatch, snapshot
     */
    public List<String> loop(Path output, Path stop, int restMillis, Runnable seen) throws Exception {
        Path log = work.resolve("loop.log");
        Process process = new ProcessBuilder(command(
                        LOOP,
                        List.of(output.toString(), stop.toString(), work.toString(), Integer.toString(restMillis))))
                .redirectError(log.toFile())
                .start();
        List<String> readings = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("seen ")) {
                    readings.add(line.substring("seen ".length()));
                    seen.run();
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IOException("Expected Spark to read all along but found:\n" + Files.readString(log));
        }
        return readings;
    }

    @Override
    public String typeName(String columnType) {
        return columnType
                .replace("list<", "array<")
                .replace("{", "struct<")
                .replace("}", ">")
                .replaceAll("([:,]) ", "$1")
                .replaceAll("\\blong\\b", "bigint");
    }
}
