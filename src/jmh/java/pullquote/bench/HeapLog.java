package pullquote.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Java machine's log of collections tells.
 *
 * @param peakMegabytes most that was in the heap before a collection
 * @param peakLiveMegabytes most that was left after one
 * @param seconds how long the program stood still for collections, in all
 */
record HeapLog(long peakMegabytes, long peakLiveMegabytes, double seconds) {
    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\) ([0-9.]+)ms");

    /** The option that makes a Java machine write such a log. */
    static String option(Path file) {
        return "-Xlog:gc:file=" + file + ":none:filecount=0";
    }

    static HeapLog read(Path file) throws IOException {
        long peak = 0;
        long live = 0;
        double millis = 0;
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                Matcher pause = PAUSE.matcher(line);
                if (pause.find()) {
                    peak = Math.max(peak, Long.parseLong(pause.group(1)));
                    live = Math.max(live, Long.parseLong(pause.group(2)));
                    millis += Double.parseDouble(pause.group(3));
                }
            }
        }
        return new HeapLog(peak, live, millis / 1000);
    }
}
