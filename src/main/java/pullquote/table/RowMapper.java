package pullquote.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pullquote.analysis.AnnotatedDispatch;
import pullquote.analysis.AnnotatedDispatch.DatedQuotation;
import pullquote.analysis.NamedPlace;
import pullquote.analysis.Rejected;
import pullquote.dispatch.Byline;
import pullquote.dispatch.Dateline;
import pullquote.dispatch.Dispatch;
import pullquote.dispatch.Publication;
import pullquote.quote.Person;
import pullquote.quote.Quotation;
import pullquote.quote.Speaker;
import pullquote.text.CodePoints;
import pullquote.text.Printable;
import pullquote.text.Span;
import pullquote.time.Timex3;

/** Flattens what was found into rows; this is where UTF-16 offsets become code points. */
public final class RowMapper {
    private static final int ID_BYTES = 8;
    private static final String PLACE = "place";

    /** Rows wait in memory for their file: one string for each constant, not for each row. */
    private static final Map<Enum<?>, String> LOWER = new ConcurrentHashMap<>();

    private final String runId;

    /**
     * A mapper for one run.
     *
     * @param runId the run that will publish the rows
     */
    public RowMapper(String runId) {
        this.runId = runId;
    }

    /**
     * {@return the rows of a dispatch}
     *
     * @param dispatchId identity of its text
     * @param version which delivery under this name it is
     * @param annotated the dispatch with all that was found
     * @param codePointsBefore code points of the source text before the body
     */
    public DispatchRows rows(String dispatchId, int version, AnnotatedDispatch annotated, int codePointsBefore) {
        Dispatch dispatch = annotated.dispatch();
        CodePoints points = CodePoints.of(dispatch.body());
        List<PersonRow> persons = annotated.persons().stream()
                .map(p -> person(dispatchId, p, points))
                .toList();
        List<QuotationRow> quotations = new ArrayList<>();
        for (DatedQuotation dated : annotated.quotations()) {
            quotations.add(quotation(dispatchId, quotations.size() + 1, dispatch, dated, persons, points));
        }
        List<TimexRow> timexes = new ArrayList<>();
        for (Timex3 timex : annotated.timexes()) {
            timexes.add(timex(dispatchId, timexes.size() + 1, dispatch.body(), timex, points));
        }
        List<BylineRow> bylines = new ArrayList<>();
        for (Byline byline : dispatch.bylines()) {
            bylines.add(new BylineRow(
                    dispatchId,
                    bylines.size() + 1,
                    byline.name(),
                    lower(byline.role()),
                    orNull(byline.title()),
                    orNull(byline.organization()),
                    byline.raw()));
        }
        // persons under one name are one row
        List<PersonRow> distinct = persons.stream()
                .filter(row -> !row.kind().equals(PLACE))
                .collect(Collectors.toMap(
                        PersonRow::personId, p -> p, (first, second) -> first, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        return new DispatchRows(
                dispatch(dispatchId, version, dispatch, codePointsBefore),
                quotations,
                distinct,
                places(dispatchId, annotated, points),
                timexes,
                bylines);
    }

    /** {@return the row of a rejected record} */
    public RejectRow reject(Rejected rejected, String stage, Instant at) {
        return new RejectRow(
                runId,
                rejected.at().sourceUri(),
                rejected.at().recordNo(),
                stage,
                rejected.code().code(),
                Printable.line(rejected.detail()),
                rejected.sample()
                        .map(sample ->
                                Printable.lines(sample).replace('\n', ' ').strip())
                        .orElse(null),
                at);
    }

    private DispatchRow dispatch(String dispatchId, int version, Dispatch d, int codePointsBefore) {
        Optional<Dateline> dateline = d.dateline();
        Publication published = d.publication();
        return new DispatchRow(
                dispatchId,
                runId,
                d.at().sourceUri(),
                d.at().sourceSha256(),
                d.at().format(),
                orNull(d.provider()),
                orNull(d.guid()),
                version,
                lower(d.status()),
                orNull(d.slug()),
                orNull(d.headline()),
                orNull(d.bylineRaw()),
                d.language(),
                orNull(dateline.map(Dateline::raw).filter(words -> !words.isEmpty())),
                orNull(dateline.map(Dateline::place).filter(words -> !words.isEmpty())),
                orNull(dateline.flatMap(Dateline::country)),
                orNull(dateline.flatMap(Dateline::date)),
                orNull(published.at()),
                orNull(published.date()),
                orNull(published.raw()),
                orNull(published.zone()),
                orNull(d.embargo()),
                d.body(),
                codePointsBefore,
                d.paragraphs(),
                d.words(),
                d.at().charset(),
                d.at().charsetEvidence(),
                d.warnings());
    }

    private static QuotationRow quotation(
            String dispatchId,
            int seq,
            Dispatch dispatch,
            DatedQuotation dated,
            List<PersonRow> persons,
            CodePoints points) {
        Quotation q = dated.quotation();
        String body = dispatch.body();
        List<PersonRow> speakers = q.speakers().stream().map(persons::get).toList();
        return new QuotationRow(
                dispatchId + "-" + seq,
                dispatchId,
                seq,
                orNull(dispatch.publication().at()),
                lower(q.kind()),
                lower(q.act()),
                q.act().expressed(),
                text(body, q.content()),
                spans(q.content(), points),
                q.cue().isEmpty() ? null : text(body, q.cue()),
                orNull(q.cueLemma()),
                spans(q.cue(), points),
                q.source().isEmpty() ? null : text(body, q.source()),
                spans(q.source(), points),
                lower(q.sourceForm()),
                speakers.stream().map(PersonRow::name).toList(),
                speakers.stream().map(PersonRow::personId).toList(),
                orNull(q.speaker().map(Speaker::confidence)),
                orNull(q.speaker().map(speaker -> lower(speaker.basis()))),
                orNull(q.addressee().map(span -> text(body, List.of(span)))),
                orNull(q.target().map(span -> text(body, List.of(span)))),
                q.targets().stream().map(i -> persons.get(i).personId()).toList(),
                orNull(q.via().map(span -> text(body, List.of(span)))),
                orNull(dated.saidOn()),
                orNull(dated.saidOnValue()),
                orNull(dated.basis().map(RowMapper::lower)),
                dated.saidOnConfidence().isPresent() ? dated.saidOnConfidence().getAsDouble() : null,
                q.outer().isPresent() ? dispatchId + "-" + (q.outer().getAsInt() + 1) : null,
                q.continued(),
                dated.confidence(),
                dated.rule());
    }

    private static TimexRow timex(String dispatchId, int seq, String body, Timex3 timex, CodePoints points) {
        return new TimexRow(
                dispatchId,
                seq,
                points.toCodePoints(timex.span().start()),
                points.toCodePoints(timex.span().end()),
                timex.span().of(body),
                timex.type().name(),
                timex.value(),
                orNull(timex.anchor()),
                orNull(timex.from()),
                orNull(timex.to()),
                timex.rule());
    }

    private static PersonRow person(String dispatchId, Person p, CodePoints points) {
        return new PersonRow(
                personId(p),
                dispatchId,
                p.name(),
                p.aliases(),
                orNull(p.title()),
                orNull(p.affiliation()),
                lower(p.kind()),
                p.mentions().size(),
                spans(p.mentions(), points));
    }

    private static List<PlaceRow> places(String dispatchId, AnnotatedDispatch annotated, CodePoints points) {
        List<PlaceRow> places = new ArrayList<>();
        for (NamedPlace place : annotated.places()) {
            places.add(new PlaceRow(
                    dispatchId,
                    places.size() + 1,
                    place.name(),
                    spans(place.spans(), points),
                    orNull(place.country())));
        }
        return places;
    }

    /** The identity of a name: letters and digits alone count, not their case. */
    private static String personId(Person p) {
        StringBuilder key = new StringBuilder(lower(p.kind())).append(':');
        String folded = p.name().toLowerCase(Locale.ROOT);
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(key.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<SpanRow> spans(List<Span> spans, CodePoints points) {
        return spans.stream()
                .map(span -> new SpanRow(points.toCodePoints(span.start()), points.toCodePoints(span.end())))
                .toList();
    }

    /** The words of some spans, each run of white space a single blank, so that they can be grouped and shown. */
    private static String text(String body, List<Span> spans) {
        StringBuilder words = new StringBuilder();
        for (Span span : spans) {
            boolean gap = !words.isEmpty();
            for (int i = span.start(); i < span.end(); i++) {
                char c = body.charAt(i);
                boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
                if (!space) {
                    if (gap && !words.isEmpty()) {
                        words.append(' ');
                    }
                    words.append(c);
                }
                gap = space;
            }
        }
        return words.toString();
    }

    private static String lower(Enum<?> constant) {
        return LOWER.computeIfAbsent(constant, named -> named.name().toLowerCase(Locale.ROOT));
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
