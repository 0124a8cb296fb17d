package pullquote.quote;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pullquote.text.CodePoints;
import pullquote.text.Span;

/** Writes what the extractor finds in a folder of plain texts, one JSON object a line, to be scored. */
final class DevPredict {
    private static final Pattern HEADER = Pattern.compile("^.*(Source:|\\|Editor).*\n+", Pattern.MULTILINE);
    private static final Pattern DATELINE = Pattern.compile("\\A(?:By [^\n]{3,60}\n+(?:[A-Z][^\n]{3,40}\n)?)?\\s*[^\n]{0,90}?\\([A-Za-z]+\\)\\s+--\\s");
    private static final Pattern PLACE = Pattern.compile("\\A[A-Z][A-Z./]+(?: [A-Z][A-Z./]+)*(?=[ /])");
    private static final Pattern CREDIT = Pattern.compile("\n\\s*\\((?:Reporting|Additional reporting|Writing|Editing)[^\n]*\\)\\s*\\z");

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        boolean wire = args.length > 2;
        QuotationExtractor extractor = QuotationExtractor.english();
        try (Stream<Path> files = Files.list(folder);
                PrintWriter out = new PrintWriter(args[1], "UTF-8")) {
            for (Path f : files.filter(x -> x.toString().endsWith(".txt")).sorted().toList()) {
                String text = Files.readString(f);
                int start = 0;
                int story = 0;
                String body = text;
                if (wire) {
                    Matcher m = HEADER.matcher(text);
                    start = m.find() ? m.end() : 0;
                    body = text.substring(start);
                    Matcher c = CREDIT.matcher(body);
                    if (c.find()) {
                        body = body.substring(0, c.start());
                    }
                    Matcher d = DATELINE.matcher(body);
                    story = d.find() ? d.end() : 0;
                    if (story == 0) {
                        Matcher q = PLACE.matcher(body);
                        story = q.find() ? q.end() : 0;
                    }
                }
                CodePoints all = CodePoints.of(text);
                Attributions found = extractor.extract(new Story(body, story));
                List<String> quotes = new ArrayList<>();
                for (Quotation q : found.quotations()) {
                    List<String> names = new ArrayList<>();
                    for (int s : q.speakers()) {
                        names.add("\"" + found.persons().get(s).name().replaceAll("\\s+", " ").replace("\\", "").replace("\"", "") + "\"");
                    }
                    quotes.add("{\"source\":" + spans(q.source(), start, all) + ",\"cue\":" + spans(q.cue(), start, all)
                            + ",\"content\":" + spans(q.content(), start, all) + ",\"speakers\":" + names + ",\"act\":\""
                            + q.act().name().toLowerCase(Locale.ROOT) + "\",\"confidence\":" + q.confidence() + ",\"rule\":\"" + q.rule() + "\"}");
                }
                out.println("{\"source_uri\":\"" + f.getFileName() + "\",\"body_start\":0,\"quotes\":" + quotes + "}");
            }
        }
    }

    private static String spans(List<Span> spans, int start, CodePoints all) {
        List<String> found = new ArrayList<>();
        for (Span s : spans) {
            found.add("[" + all.toCodePoints(s.start() + start) + "," + all.toCodePoints(s.end() + start) + "]");
        }
        return found.toString();
    }
}
