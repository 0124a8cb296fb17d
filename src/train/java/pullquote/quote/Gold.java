package pullquote.quote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import pullquote.text.CodePoints;

/**
 * A text with its attributions. PolNeAR's articles come in brat stand-off, the first annotator's of each.
 *
 * @param start where the story proper begins, in UTF-16 units
 * @param wire whether it is annotated by the guidelines for wire copy
 */
record Gold(String name, String text, int start, boolean wire, List<Attribution> attributions) {

    /** {@return whether it is a dispatch of today's agencies, not of the older collections} */
    boolean isModern() {
        return wire && !name.matches("(ap89|fbis|reuters2016).*");
    }

    /** Spans in UTF-16 units, and the names of those who speak, where they are known. */
    record Attribution(
            List<int[]> source,
            List<int[]> cue,
            List<int[]> content,
            List<int[]> via,
            List<int[]> addressee,
            List<String> speakers) {
        Attribution(
                List<int[]> source, List<int[]> cue, List<int[]> content, List<int[]> via, List<int[]> addressee) {
            this(source, cue, content, via, addressee, List.of());
        }
    }

    static List<Gold> read(Path root) throws IOException {
        Map<String, Path> first = new TreeMap<>();
        try (Stream<Path> files = Files.list(root.resolve("attributions"))) {
            files.filter(f -> f.toString().endsWith(".ann")).sorted().forEach(f -> {
                String name = f.getFileName().toString();
                first.putIfAbsent(name.substring(0, name.length() - "_XXXX.ann".length()), f);
            });
        }
        List<Gold> all = new ArrayList<>();
        first.forEach((name, ann) -> {
            try {
                String text = Files.readString(root.resolve("text").resolve(name + ".txt"));
                all.add(new Gold(name, text, 0, false, attributions(text, Files.readAllLines(ann))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return all;
    }

    private static List<Attribution> attributions(String text, List<String> lines) {
        CodePoints points = CodePoints.of(text);
        Map<String, List<int[]>> spans = new HashMap<>();
        List<Attribution> found = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split("\t");
            if (line.startsWith("T") && parts.length > 1 && parts[1].indexOf(' ') > 0) {
                List<int[]> pieces = new ArrayList<>();
                try {
                    for (String piece : parts[1].substring(parts[1].indexOf(' ') + 1).split(";")) {
                        String[] ends = piece.trim().split(" ");
                        pieces.add(new int[] {
                            points.toUtf16(Integer.parseInt(ends[0])), points.toUtf16(Integer.parseInt(ends[1]))
                        });
                    }
                    spans.put(parts[0], pieces);
                } catch (NumberFormatException broken) {
                    // one broken line is known; the attribution goes without that part
                    System.err.println("skipped " + parts[0]);
                }
            }
        }
        for (String line : lines) {
            if (!line.startsWith("E")) {
                continue;
            }
            Map<String, List<int[]>> roles = new HashMap<>();
            for (String arg : line.split("\t")[1].split(" ")) {
                String[] pair = arg.split(":");
                roles.computeIfAbsent(pair[0].replaceAll("\\d+$", ""), k -> new ArrayList<>())
                        .addAll(spans.getOrDefault(pair[1], List.of()));
            }
            if (roles.containsKey("Content") && !roles.get("Content").isEmpty()) {
                found.add(new Attribution(
                        roles.getOrDefault("Source", List.of()),
                        roles.getOrDefault("Cue", List.of()),
                        roles.get("Content"),
                        List.of(),
                        List.of()));
            }
        }
        return found;
    }
}
