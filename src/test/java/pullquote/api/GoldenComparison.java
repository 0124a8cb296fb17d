package pullquote.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pullquote.table.BylineRow;
import pullquote.table.DispatchRow;
import pullquote.table.DispatchRows;
import pullquote.table.PersonRow;
import pullquote.table.QuotationRow;
import pullquote.table.SpanRow;
import pullquote.table.TimexRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a dispatch's rows against the tables of its golden folder. */
final class GoldenComparison {
    private static final int QUOTATION_CELLS = 11;

    private final Path folder;
    private final DispatchRows rows;
    private final List<String> differences = new ArrayList<>();

    GoldenComparison(Path folder, DispatchRows rows) {
        this.folder = folder;
        this.rows = rows;
    }

    List<String> differences() throws IOException {
        fields();
        quotations();
        sets(
                "timex",
                table("timexes.tsv"),
                rows.timexes().stream().map(this::timex).toList());
        sets(
                "byline",
                table("bylines.tsv"),
                rows.bylines().stream().map(this::byline).toList());
        sets("person", table("persons.tsv"), spoken().stream().map(this::person).toList());
        return differences;
    }

    /** {@return how many cells are expected of quotations and persons} */
    int learnedCells() throws IOException {
        return table("quotations.tsv").size() * QUOTATION_CELLS
                + table("persons.tsv").size();
    }

    private void fields() throws IOException {
        JsonNode expected = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("dispatch.json")));
        Map<String, String> found = dispatch(rows.dispatch());
        expected.forEachEntry((name, value) -> {
            String want = value.isNull() ? "" : value.asString();
            String have = found.get(name);
            if (!want.equals(have)) {
                differences.add("dispatch " + name + ": expected <" + want + "> but found <" + have + ">");
            }
        });
    }

    private static Map<String, String> dispatch(DispatchRow d) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("provider", text(d.provider()));
        fields.put("pub_status", d.pubStatus());
        fields.put("headline", text(d.headline()));
        fields.put("slug", text(d.slug()));
        fields.put("byline_raw", text(d.bylineRaw()));
        fields.put("language", text(d.language()));
        fields.put("dateline_raw", text(d.datelineRaw()));
        fields.put("dateline_place", text(d.datelinePlace()));
        fields.put("dateline_country", text(d.datelineCountry()));
        fields.put("dateline_date", text(d.datelineDate()));
        fields.put("published_at", text(d.publishedAt()));
        fields.put("published_date", text(d.publishedDate()));
        fields.put("published_raw", text(d.publishedRaw()));
        fields.put("published_zone", text(d.publishedZone()));
        fields.put("body_start", text(d.bodyStart()));
        fields.put("paragraphs", text(d.paragraphs()));
        fields.put("words", text(d.words()));
        return fields;
    }

    private void quotations() throws IOException {
        List<QuotationRow> left = new ArrayList<>(rows.quotations());
        for (Map<String, String> want : table("quotations.tsv")) {
            Optional<QuotationRow> partner = left.stream()
                    .filter(row -> overlap(spans(row.contentSpans()), want.get("content_spans")) >= 0.5)
                    .max(Comparator.comparing(row -> overlap(spans(row.contentSpans()), want.get("content_spans"))
                            + (spans(row.cueSpans()).equals(want.get("cue_spans")) ? 1 : 0)));
            String name = "quotation " + want.get("seq");
            if (partner.isEmpty()) {
                differences.add(name + " missing: " + want.get("content"));
                continue;
            }
            left.remove(partner.get());
            Map<String, String> have = quotation(partner.get());
            for (Map.Entry<String, String> cell : have.entrySet()) {
                if (!cell.getValue().equals(want.get(cell.getKey()))) {
                    differences.add(name + " " + cell.getKey() + ": expected <" + want.get(cell.getKey())
                            + "> but found <" + cell.getValue() + ">");
                }
            }
        }
        left.stream()
                .filter(row -> !row.act().equals("thought") && !row.act().equals("planned"))
                .forEach(row -> differences.add("quotation unexpected: " + line(row.content())));
    }

    private static Map<String, String> quotation(QuotationRow q) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("kind", q.kind());
        cells.put("act", q.act());
        cells.put("content", line(q.content()));
        cells.put("cue", line(text(q.cue())));
        cells.put("source", line(text(q.source())));
        cells.put("source_form", q.sourceForm());
        cells.put("speakers", String.join("|", q.speakers()));
        cells.put("addressee", line(text(q.addressee())));
        cells.put("via", line(text(q.via())));
        cells.put("said_on", text(q.saidOn()));
        cells.put("continued", Boolean.toString(q.continued()));
        return cells;
    }

    private String timex(TimexRow t) {
        return String.join("\t", line(t.text()), t.type(), t.value(), text(t.anchor()), t.start() + "-" + t.end());
    }

    private String byline(BylineRow b) {
        return String.join("\t", b.name(), b.role(), text(b.title()), text(b.organization()));
    }

    private String person(PersonRow p) {
        return String.join("\t", p.name(), text(p.title()), text(p.affiliation()), p.kind());
    }

    /** Persons are expected only as far as they say something. */
    private List<PersonRow> spoken() {
        Set<String> ids =
                rows.quotations().stream().flatMap(q -> q.speakerIds().stream()).collect(Collectors.toSet());
        return rows.persons().stream()
                .filter(p -> ids.contains(p.personId()) || p.kind().equals("person"))
                .toList();
    }

    private void sets(String name, List<Map<String, String>> expected, List<String> found) {
        Set<String> want = new LinkedHashSet<>();
        expected.forEach(row -> want.add(String.join("\t", row.values())));
        Set<String> have = new LinkedHashSet<>(found);
        want.stream().filter(row -> !have.contains(row)).forEach(row -> differences.add(name + " missing: " + row));
        have.stream().filter(row -> !want.contains(row)).forEach(row -> differences.add(name + " unexpected: " + row));
    }

    private List<Map<String, String>> table(String file) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file));
        String[] names = lines.get(0).split("\t", -1);
        List<Map<String, String>> table = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isEmpty()) {
                String[] cells = line.split("\t", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], i < cells.length ? cells[i] : "");
                }
                table.add(row);
            }
        }
        return table;
    }

    private static String spans(List<SpanRow> spans) {
        return spans.stream().map(s -> s.start() + "-" + s.end()).collect(Collectors.joining(";"));
    }

    /** Shared characters by all characters of both. */
    private static double overlap(String one, String other) {
        Set<Integer> a = characters(one);
        Set<Integer> b = characters(other);
        Set<Integer> all = new LinkedHashSet<>(a);
        all.addAll(b);
        a.retainAll(b);
        return all.isEmpty() ? 0 : (double) a.size() / all.size();
    }

    private static Set<Integer> characters(String spans) {
        Set<Integer> characters = new LinkedHashSet<>();
        for (String span : spans.split(";")) {
            String[] ends = span.split("-");
            for (int i = Integer.parseInt(ends[0]); i < Integer.parseInt(ends[1]); i++) {
                characters.add(i);
            }
        }
        return characters;
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
