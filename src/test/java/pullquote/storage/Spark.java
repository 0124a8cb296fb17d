package pullquote.storage;

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
                PROGRAM.toString(),
                directory.toString(),
                work.toString()));
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
