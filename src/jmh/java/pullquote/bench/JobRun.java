package pullquote.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole job as a user starts it, and what it took.
 *
 * @param seconds from the command to its end, the Java machine's start included
 * @param cpuSeconds time on the processors
 * @param peakMemoryMegabytes most memory that the process had resident
 * @param heap its heap
 * @param dispatches records read
 * @param bytesOut size of the published files
 * @param stages milliseconds of the workers by stage
 */
record JobRun(
        double seconds,
        double cpuSeconds,
        long peakMemoryMegabytes,
        HeapLog heap,
        long dispatches,
        long bytesOut,
        Map<String, Long> stages) {
    /** The kernel's clock ticks in {@code /proc}, a hundred a second on every Linux. */
    private static final double TICKS = 100;

    /**
     * {@return the run of a job into a fresh output}
     *
     * @param home the project's folder
     * @param input the dispatches
     * @param work where output and logs go
     * @param options more options of the Java machine
     */
    static JobRun of(Path home, Path input, Path work, int threads, List<String> options)
            throws IOException, InterruptedException {
        Path output = work.resolve("output");
        delete(output);
        Files.createDirectories(work);
        Path summary = work.resolve("summary.json");
        Path heap = work.resolve("gc.log");
        List<String> java = new ArrayList<>(options);
        java.add(HeapLog.option(heap));
        ProcessBuilder job = new ProcessBuilder(
                home.resolve("jobs/pullquote").toString(),
                "run",
                "--input",
                input.toString(),
                "--output",
                output.toString(),
                "--threads",
                Integer.toString(threads),
                "--summary",
                summary.toString());
        job.environment().put("PULLQUOTE_JAVA_OPTS", String.join(" ", java));
        job.redirectErrorStream(true).redirectOutput(work.resolve("job.log").toFile());
        long begun = System.nanoTime();
        Process process = job.start();
        double cpu = 0;
        long memory = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            cpu = Math.max(cpu, cpuSeconds(process.pid()));
            memory = Math.max(memory, peakMemory(process.pid()));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (process.exitValue() != 0 && process.exitValue() != 3) {
            throw new IOException("Expected a run that ends well but found exit code " + process.exitValue()
                    + "; see " + work.resolve("job.log"));
        }
        JsonNode told = JsonMapper.builder().build().readTree(Files.readString(summary));
        Map<String, Long> stages = new TreeMap<>();
        told.get("stages_ms")
                .properties()
                .forEach(stage ->
                        stages.put(stage.getKey(), stage.getValue().asLong()));
        return new JobRun(
                seconds, cpu, memory, HeapLog.read(heap), told.get("read").asLong(), size(output), stages);
    }

    private static double cpuSeconds(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
        } catch (IOException | IndexOutOfBoundsException gone) {
            return 0;
        }
    }

    private static long peakMemory(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    private static long size(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output.resolve("current").toRealPath())) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
