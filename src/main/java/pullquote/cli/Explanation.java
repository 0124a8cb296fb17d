package pullquote.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pullquote.analysis.AnnotatedDispatch;
import pullquote.analysis.AnnotatedDispatch.DatedQuotation;
import pullquote.dispatch.Byline;
import pullquote.dispatch.Dateline;
import pullquote.dispatch.Dispatch;
import pullquote.quote.Person;
import pullquote.quote.Quotation;
import pullquote.quote.Speaker;
import pullquote.text.Printable;
import pullquote.text.Span;
import pullquote.time.Timex3;

/**
 * An annotated dispatch in plain text: fields, the body with its marks, then each mark's reason.
 *
 * <p>{@code [C3 …]} is the content of attribution 3, {@code [Q3 …]} its cue, {@code [S3 …]} its source, {@code [V3 …]} the
 * outlet that relayed it, {@code [D2 …]} time expression 2. Control characters of the dispatch never reach the terminal.
 */
final class Explanation {
    private final AnnotatedDispatch annotated;
    private final StringBuilder out = new StringBuilder();

    Explanation(AnnotatedDispatch annotated) {
        this.annotated = annotated;
    }

    String text() {
        fields();
        out.append('\n').append(marked()).append("\n\n");
        dates();
        attributions();
        return out.toString();
    }

    private void fields() {
        Dispatch d = annotated.dispatch();
        field(
                "source",
                Optional.of(d.at().sourceUri() + " (" + d.at().format() + ", " + d.at().charset() + " by "
                        + d.at().charsetEvidence() + ")"));
        field("provider", d.provider());
        field("headline", d.headline());
        field("published", d.publication().at().map(Object::toString));
        field("  read from", d.publication().raw());
        field("  zone", d.publication().zone());
        field("embargo", d.embargo().map(Object::toString));
        field("dateline", d.dateline().map(Explanation::dateline));
        for (Byline byline : d.bylines()) {
            field(
                    "byline",
                    Optional.of(byline.name() + ", " + lower(byline.role())
                            + byline.title().map(title -> ", " + title).orElse("")
                            + byline.organization().map(o -> ", " + o).orElse("")));
        }
        field("language", Optional.of(d.language()));
        field("status", Optional.of(lower(d.status())));
        field(
                "counts from",
                d.referenceTime()
                        .day()
                        .map(day -> day + " (" + lower(d.referenceTime().origin()) + ")"));
        for (String warning : d.warnings()) {
            field("warning", Optional.of(warning));
        }
    }

    private static String dateline(Dateline dateline) {
        return Stream.of(
                                Optional.of(dateline.place()).filter(place -> !place.isEmpty()),
                                dateline.country(),
                                dateline.date().map(LocalDate::toString))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "))
                + dateline.agency().map(a -> " (" + a + ")").orElse("");
    }

    private void field(String name, Optional<String> value) {
        value.ifPresent(v -> out.append(String.format(Locale.ROOT, "%-12s %s%n", name, Printable.line(v))));
    }

    /** A bracket to be set into the text. */
    private record Mark(int at, boolean opens, int length, String label) {}

    private String marked() {
        String body = annotated.dispatch().body();
        List<Mark> marks = new ArrayList<>();
        int n = 0;
        for (Timex3 timex : annotated.timexes()) {
            mark(marks, "D" + ++n, timex.span());
        }
        n = 0;
        for (DatedQuotation dated : annotated.quotations()) {
            Quotation q = dated.quotation();
            n++;
            for (Span span : q.content()) {
                mark(marks, "C" + n, span);
            }
            for (Span span : q.cue()) {
                mark(marks, "Q" + n, span);
            }
            for (Span span : q.source()) {
                mark(marks, "S" + n, span);
            }
            if (q.via().isPresent()) {
                mark(marks, "V" + n, q.via().get());
            }
        }
        // closing brackets before opening ones; longer spans open first and close last
        marks.sort(Comparator.comparingInt(Mark::at)
                .thenComparing(Mark::opens)
                .thenComparingInt(m -> m.opens() ? -m.length() : m.length()));
        StringBuilder text = new StringBuilder(body.length() * 2);
        int from = 0;
        for (Mark mark : marks) {
            text.append(Printable.lines(body.substring(from, mark.at())));
            text.append(mark.opens() ? "[" + mark.label() + " " : "]");
            from = mark.at();
        }
        return text.append(Printable.lines(body.substring(from))).toString();
    }

    private static void mark(List<Mark> marks, String label, Span span) {
        marks.add(new Mark(span.start(), true, span.length(), label));
        marks.add(new Mark(span.end(), false, span.length(), label));
    }

    private void dates() {
        String body = annotated.dispatch().body();
        int n = 0;
        for (Timex3 timex : annotated.timexes()) {
            out.append(String.format(
                    Locale.ROOT,
                    "D%d \"%s\": %s %s%s, by rule %s%n",
                    ++n,
                    Printable.line(timex.span().of(body)),
                    timex.type(),
                    timex.value(),
                    timex.anchor().map(a -> ", counted from " + a).orElse(""),
                    timex.rule()));
        }
    }

    private void attributions() {
        String body = annotated.dispatch().body();
        int n = 0;
        for (DatedQuotation dated : annotated.quotations()) {
            Quotation q = dated.quotation();
            String speakers = q.speakers().stream()
                    .map(annotated.persons()::get)
                    .map(Person::name)
                    .collect(Collectors.joining(" and "));
            out.append(String.format(
                    Locale.ROOT,
                    "%d %s %s: %s%s%s%s%s%s%s%s; confidence %.2f, by %s%n",
                    ++n,
                    lower(q.kind()),
                    lower(q.act()),
                    speakers.isEmpty() ? "speaker not resolved" : Printable.line(speakers),
                    " (" + lower(q.sourceForm()) + ")",
                    q.addressee().map(a -> ", to " + Printable.line(a.of(body))).orElse(""),
                    q.target()
                            .map(t -> ", against or asked of " + Printable.line(t.of(body)))
                            .orElse(""),
                    q.via().map(v -> ", via " + Printable.line(v.of(body))).orElse(""),
                    saidOn(dated),
                    q.outer().isPresent() ? ", within " + (q.outer().getAsInt() + 1) : "",
                    q.continued() ? ", continued" : "",
                    dated.confidence(),
                    Printable.line(dated.rule())));
            q.speaker().ifPresent(speaker -> out.append(speaker(speaker, q, body, speakers)));
        }
    }

    private static String speaker(Speaker speaker, Quotation q, String body, String names) {
        String source =
                q.source().stream().map(span -> Printable.line(span.of(body))).collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "  speaker: %s (%s \"%s\", %.2f): %s%n",
                Printable.line(names),
                lower(speaker.basis()),
                source,
                speaker.confidence(),
                String.join(", ", speaker.why()));
    }

    private static String saidOn(DatedQuotation dated) {
        return dated.saidOnValue()
                .map(day -> ", said on " + day
                        + dated.basis()
                                .map(basis -> String.format(
                                        Locale.ROOT,
                                        " (%s, %.2f)",
                                        lower(basis),
                                        dated.saidOnConfidence().orElse(0)))
                                .orElse(""))
                .orElse("");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
