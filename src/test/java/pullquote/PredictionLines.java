package pullquote;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pullquote.dispatch.Dispatch;
import pullquote.dispatch.DispatchParser;
import pullquote.dispatch.DispatchSettings;
import pullquote.dispatch.Provenance;
import pullquote.dispatch.RawDispatch;
import pullquote.text.CodePoints;
import pullquote.time.Timex3;
import pullquote.time.TimexTagger;
import tools.jackson.databind.json.JsonMapper;

/** Writes header fields and time expressions of a folder of texts as JSON lines: {@code FOLDER OUT}. For development. */
final class PredictionLines {
    private PredictionLines() {}

    public static void main(String[] args) throws IOException {
        DispatchParser parser = new DispatchParser(DispatchSettings.standard());
        TimexTagger tagger = TimexTagger.english();
        JsonMapper json = new JsonMapper();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(args[0]), "*.txt");
                BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]))) {
            for (Path file : files) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                Provenance at = new Provenance(file.toString(), 0, "0", "txt", "UTF-8", "valid-utf8");
                Dispatch read =
                        parser.parse(new RawDispatch(at, text, Map.of())).orElseThrow();
                out.write(json.writeValueAsString(row(file, text, read, tagger)));
                out.write('\n');
            }
        }
    }

    private static Map<String, Object> row(Path file, String text, Dispatch read, TimexTagger tagger) {
        CodePoints points = CodePoints.of(read.body());
        Map<String, Object> row = new TreeMap<>();
        row.put("source_uri", file.toString());
        row.put("body_start", CodePoints.of(text).toCodePoints(read.bodyStart()));
        row.put("story_start", read.storyStart());
        row.put("body_head", read.body().substring(0, Math.min(90, read.body().length())));
        row.put("body_tail", read.body().substring(Math.max(0, read.body().length() - 90)));
        read.headline().ifPresent(value -> row.put("headline", value));
        read.provider().ifPresent(value -> row.put("provider", value));
        row.put("language", read.language());
        row.put("status", read.status().toString());
        row.put("warnings", read.warnings());
        read.dateline().ifPresent(dateline -> {
            row.put("dateline_place", dateline.place());
            row.put("dateline_country", dateline.country().orElse(""));
            dateline.date().ifPresent(date -> row.put("dateline_date", date.toString()));
        });
        read.publication().date().ifPresent(date -> row.put("published_date", date.toString()));
        read.publication().at().ifPresent(date -> row.put("published_at", date.toString()));
        read.publication().zone().ifPresent(zone -> row.put("published_zone", zone));
        row.put(
                "bylines",
                read.bylines().stream()
                        .map(line -> Map.of(
                                "name",
                                line.name(),
                                "role",
                                line.role().name().toLowerCase(java.util.Locale.ROOT),
                                "title",
                                line.title().orElse("")))
                        .collect(Collectors.toList()));
        row.put(
                "dates",
                tagger.tag(read.body(), read.referenceTime()).stream()
                        .map(time -> date(time, points))
                        .collect(Collectors.toList()));
        return row;
    }

    private static Map<String, Object> date(Timex3 time, CodePoints points) {
        return Map.of(
                "start", points.toCodePoints(time.span().start()),
                "end", points.toCodePoints(time.span().end()),
                "value", time.value(),
                "type", time.type().name(),
                "rule", time.rule(),
                "anchor", time.anchor().orElse(""));
    }
}
