package pullquote.quote;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pullquote.dispatch.Dispatch;
import pullquote.dispatch.DispatchParser;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;
import pullquote.text.CodePoints;
import pullquote.text.Span;

/** Writes what is found in dispatches with listed names, each read by a recogniser that has not seen it, as JSON lines. */
final class NamePredict {
    private NamePredict() {}

    /** Arguments: the folder of dispatches, the folder that {@link NameEvaluation} wrote to, the file to write. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        DispatchParser parser = new DispatchParser(DispatchSettings.standard());
        QuotationExtractor[] extractors = new QuotationExtractor[2 * NameModels.FOLDS];
        for (int i = 0; i < extractors.length; i++) {
            String fold = i % NameModels.FOLDS + ".bin";
            extractors[i] = QuotationExtractor.english(
                    Models.read(Files.newInputStream(Path.of(args[1], "names-" + fold))),
                    Models.lexicon(Files.newInputStream(Path.of(args[1], "words-" + i % 2 + ".bin"))),
                    Models.read(Files.newInputStream(Path.of(args[1], "listing-" + fold))),
                    Models.weights("speakers.bin"));
        }
        try (Stream<Path> files = Files.list(folder);
                PrintWriter out = new PrintWriter(args[2], "UTF-8")) {
            int i = 0;
            for (Path file : files.filter(f -> f.toString().endsWith(".entities.json")).sorted().toList()) {
                String name = file.getFileName().toString().replace(".entities.json", "");
                String text = Files.readString(folder.resolve(name + ".txt"));
                var parsed = parser.parse(new RawDispatch(new Provenance(name, 1, "", "txt", "UTF-8", "assumed"), text, Map.of()));
                if (parsed.isEmpty()) {
                    continue;
                }
                Dispatch dispatch = parsed.get();
                Attributions found = extractors[i++ % extractors.length].extract(new Story(dispatch.body(), dispatch.storyStart()));
                CodePoints points = CodePoints.of(dispatch.body());
                int start = text.codePointCount(0, text.indexOf(dispatch.body()));
                List<String> quotes = new ArrayList<>();
                for (Quotation q : found.quotations()) {
                    quotes.add("{\"source\":" + spans(q.source(), points) + ",\"cue\":" + spans(q.cue(), points) + ",\"content\":" + spans(q.content(), points)
                            + ",\"speakers\":" + q.speakers().stream().map(s -> quoted(found.persons().get(s).name())).toList()
                            + ",\"act\":\"" + q.act().name().toLowerCase(Locale.ROOT) + "\"}");
                }
                String entities = found.persons().stream()
                        .map(p -> "{\"name\":" + quoted(p.name()) + ",\"kind\":\"" + p.kind().name().toLowerCase(Locale.ROOT) + "\",\"aliases\":"
                                + p.aliases().stream().map(NamePredict::quoted).toList() + ",\"title\":" + quoted(p.title().orElse("")) + ",\"affiliation\":" + quoted(p.affiliation().orElse("")) + "}")
                        .collect(Collectors.joining(","));
                out.println("{\"source_uri\":\"" + name + ".txt\",\"body_start\":" + start + ",\"quotes\":" + quotes + ",\"entities\":[" + entities + "]}");
            }
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replaceAll("\\s+", " ").replace("\\", "").replace("\"", "\\\"") + "\"";
    }

    private static String spans(List<Span> spans, CodePoints points) {
        return spans.stream().map(s -> "{\"start\":" + points.toCodePoints(s.start()) + ",\"end\":" + points.toCodePoints(s.end()) + "}").toList().toString();
    }
}
