package pullquote.quote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pullquote.dispatch.Dispatch;
import pullquote.dispatch.DispatchParser;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;
import pullquote.text.CodePoints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Raw dispatches with attributions, {@code NAME.txt} and {@code NAME.gold.json}; their bodies as the job reads them. */
final class WireGold {
    private static final JsonMapper JSON = new JsonMapper();

    private WireGold() {}

    static List<Gold> read(Path folder) throws IOException {
        DispatchParser parser = new DispatchParser(DispatchSettings.standard());
        List<Gold> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                String name = file.getFileName().toString().replaceAll("\\.txt$", "");
                String text = Files.readString(file);
                Provenance at = new Provenance(name, 0, "0", "txt", "UTF-8", "valid-utf8");
                Optional<Dispatch> read = parser.parse(new RawDispatch(at, text, Map.of()));
                if (read.isEmpty()) {
                    System.err.println("no body in " + name);
                    continue;
                }
                JsonNode gold = JSON.readTree(Files.readString(folder.resolve(name + ".gold.json")));
                all.add(gold(name, text, read.get(), gold));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return all;
    }

    private static Gold gold(String name, String text, Dispatch read, JsonNode gold) {
        CodePoints points = CodePoints.of(text);
        List<Gold.Attribution> found = new ArrayList<>();
        for (JsonNode q : gold.get("quotes")) {
            List<int[]> content = spans(q.get("content"), points, read.bodyStart());
            if (!content.isEmpty() && content.stream().allMatch(s -> s[0] >= read.storyStart())) {
                found.add(new Gold.Attribution(
                        spans(q.get("source"), points, read.bodyStart()),
                        spans(q.get("cue"), points, read.bodyStart()),
                        content,
                        spans(q.get("via"), points, read.bodyStart()),
                        spans(q.get("addressee"), points, read.bodyStart()),
                        names(q.get("speakers"))));
            }
        }
        return new Gold(name, read.body(), read.storyStart(), true, found);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        if (node != null && node.isArray()) {
            node.forEach(name -> names.add(name.asString()));
        }
        return names;
    }

    private static List<int[]> spans(JsonNode node, CodePoints points, int bodyStart) {
        List<int[]> spans = new ArrayList<>();
        if (node != null) {
            for (JsonNode s : node) {
                spans.add(new int[] {
                    points.toUtf16(s.get(0).asInt()) - bodyStart, points.toUtf16(s.get(1).asInt()) - bodyStart
                });
            }
        }
        return spans;
    }
}
