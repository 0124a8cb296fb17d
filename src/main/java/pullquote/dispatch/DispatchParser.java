package pullquote.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.dispatch.Byline.Role;
import pullquote.dispatch.Dispatch.Status;
import pullquote.dispatch.DispatchSettings.Desk;
import pullquote.dispatch.RawDispatch.Field;

/**
 * Reads a dispatch's fields from its raw text: header lines, headline, bylines, dateline, credits and what lies
 * between, the body. What a carrier stated beside the text wins over what the text says. Never throws, whatever the
 * text. Immutable and safe for use by many threads.
 */
public final class DispatchParser {
    /** The reporters behind a Chinese dateline: {@code （记者李明、王芳）}. */
    private static final Pattern HAN_REPORTERS = Pattern.compile("[（(]\\s?记者\\s?([\\p{IsHan}、，· ]{2,60})[)）]");

    /** UTF-8 that was read as Windows-1252 before it came here: marks and accented letters as two or three odd ones. */
    private static final Pattern MOJIBAKE = Pattern.compile("â€[œ\u009d™˜”“¦]|Ã[©¨¼¶¤ªº³±¡§]");

    private final DispatchSettings settings;
    private final WireCopyReader copies;
    private final DatelineReader datelines;
    private final BylineReader bylines;
    private final PublicationReader publications;
    private final EmbargoReader embargoes;
    private final LanguageDetector languages = new LanguageDetector();

    public DispatchParser(DispatchSettings settings) {
        this.settings = settings;
        Gazetteer gazetteer = new Gazetteer();
        this.datelines = new DatelineReader(settings, gazetteer);
        NameList names = new NameList(settings, gazetteer);
        this.bylines = new BylineReader(names);
        this.publications = new PublicationReader(settings);
        this.embargoes = new EmbargoReader(publications);
        this.copies = new WireCopyReader(
                new HeaderLine(settings, gazetteer),
                new LooseHeaderLine(settings, gazetteer, names),
                datelines,
                new InlineDateline(settings, gazetteer),
                bylines);
    }

    /**
     * {@return the dispatch; empty when no body remains after header, byline and credit lines}
     *
     * @param raw the record as received
     */
    public Optional<Dispatch> parse(RawDispatch raw) {
        WireCopy copy = copies.read(raw.text());
        return copy.body() >= copy.end() ? Optional.empty() : Optional.of(dispatch(raw, copy));
    }

    private Dispatch dispatch(RawDispatch raw, WireCopy copy) {
        Map<Field, String> given = raw.given();
        List<String> warnings = new ArrayList<>();
        String body = raw.text().substring(copy.body(), copy.end());
        Optional<String> stated = given(given, Field.PROVIDER).or(() -> value(copy, HeaderKey.SOURCE));
        Optional<Desk> desk = stated.or(() -> agency(copy)).flatMap(this::desk);
        Publication publication = given(given, Field.PUBLISHED)
                .map(words -> publications.read(words, desk, warnings::add))
                .orElseGet(() -> publications.read(copy.header(), desk, warnings::add));
        if ((body.indexOf('â') >= 0 || body.indexOf('Ã') >= 0)
                && MOJIBAKE.matcher(body).find()) {
            warnings.add("mojibake");
        }
        if (value(copy, HeaderKey.UNREAD).isPresent()) {
            warnings.add("header-not-understood");
        }
        Optional<DatelineReader.Found> found = dateline(raw.text(), copy, publication);
        if (found.filter(DatelineReader.Found::impossible).isPresent()) {
            warnings.add("impossible-date");
        }
        if (found.filter(read -> read.dated() && !read.impossible())
                .filter(read -> read.dateline().date().isEmpty())
                .isPresent()) {
            warnings.add("year-unknown");
        }
        Optional<Dateline> dateline = found.map(DatelineReader.Found::dateline)
                .or(() -> given(given, Field.DATELINE)
                        .or(() -> value(copy, HeaderKey.DATELINE))
                        .map(words -> stated(words, publication.date())));
        Optional<String> provider = stated.or(() -> dateline.flatMap(Dateline::agency))
                .map(name -> desk(name).map(Desk::name).orElse(name));
        List<String> printed = new ArrayList<>(copy.byline());
        List<Byline> rows = rows(copy, body, given(given, Field.BYLINE), printed);
        int story = story(body, found.map(at -> at.end() - copy.body()).orElse(0), rows, printed);
        return new Dispatch(
                raw.at(),
                provider,
                given(given, Field.GUID).or(() -> value(copy, HeaderKey.GUID)),
                status(given, copy, body),
                given(given, Field.SLUG).or(() -> value(copy, HeaderKey.SLUG)),
                given(given, Field.HEADLINE)
                        .or(() -> value(copy, HeaderKey.HEADLINE))
                        .or(() -> copy.headline().isEmpty()
                                ? Optional.empty()
                                : Optional.of(String.join(" ", copy.headline()))),
                printed.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", printed)),
                BylineReader.merged(rows),
                given(given, Field.LANGUAGE)
                        .or(() -> value(copy, HeaderKey.LANGUAGE))
                        .orElseGet(() -> languages.detect(body)),
                dateline,
                publication,
                given(given, Field.EMBARGO)
                        .or(() -> value(copy, HeaderKey.EMBARGO))
                        .flatMap(words -> embargoes.read(words, publication.date(), desk, warnings::add)),
                body,
                copy.body(),
                copy.summaryEnd() - copy.body(),
                story,
                BodyCount.paragraphs(body),
                BodyCount.words(body),
                warnings);
    }

    private List<Byline> rows(WireCopy copy, String body, Optional<String> given, List<String> printed) {
        List<Byline> rows = new ArrayList<>();
        if (given.isPresent()) {
            printed.clear();
            printed.add(given.get());
            Optional<List<Byline>> line = bylines.line(given.get()).or(() -> bylines.line("By " + given.get()));
            rows.addAll(line.orElseGet(() -> bylines.labelled(given.get(), Role.WRITER, given.get())));
        } else {
            rows.addAll(copy.bylines());
        }
        for (HeaderField field : copy.header()) {
            Optional<Role> role = switch (field.key()) {
                case EDITOR -> Optional.of(Role.EDITOR);
                case WRITER -> given.isPresent() ? Optional.empty() : Optional.of(Role.WRITER);
                case REPORTER -> Optional.of(Role.REPORTER);
                case PHOTOGRAPHER -> Optional.of(Role.PHOTOGRAPHER);
                case TRANSLATOR -> Optional.of(Role.TRANSLATOR);
                default -> Optional.empty();
            };
            role.ifPresent(part -> {
                rows.addAll(bylines.labelled(field.value(), part, field.value()));
                printed.add(field.value());
            });
        }
        copy.credits().stream().filter(row -> !rows.contains(row)).forEach(rows::add);
        // captions stay in the body; whose pictures they are is a credit all the same
        FrontLines.photographers(body).forEach((who, credit) -> rows.addAll(bylines.photographers(who, credit)));
        return rows;
    }

    /** Skips blanks and a byline that stands between the dateline and the story. */
    private int story(String body, int from, List<Byline> rows, List<String> printed) {
        int at = skipBlank(body, from);
        Matcher reporters = HAN_REPORTERS.matcher(body).region(at, body.length());
        if (from > 0 && reporters.lookingAt()) {
            rows.addAll(
                    0,
                    bylines.labelled(
                            reporters.group(1).replaceAll("实习生|通讯员|记者", ""), Role.REPORTER, reporters.group()));
            printed.add(0, reporters.group());
            return skipBlank(body, reporters.end());
        }
        List<Lines.Line> first = Lines.of(body, at, 1);
        if (from > 0 && !first.isEmpty() && first.get(0).end() < body.length()) {
            Optional<List<Byline>> byline = bylines.line(first.get(0).text()).filter(found -> !found.isEmpty());
            if (byline.isPresent()) {
                rows.addAll(0, byline.get());
                printed.add(0, first.get(0).text());
                return skipBlank(body, first.get(0).end());
            }
        }
        return at;
    }

    private static int skipBlank(String body, int from) {
        int at = from;
        while (at < body.length() && Lines.blank(body.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The agency that the dateline credits, where no header line names one. */
    private static Optional<String> agency(WireCopy copy) {
        return copy.dateline().flatMap(found -> found.dateline().agency());
    }

    /** Reads the dateline once more where the publication tells its year, or where it stands below the body's beginning. */
    private Optional<DatelineReader.Found> dateline(String text, WireCopy copy, Publication publication) {
        boolean whole = copy.body() == copy.story()
                && copy.dateline().filter(DatelineReader.Found::dated).isEmpty();
        return whole || copy.dateline().isEmpty()
                ? copy.dateline()
                : datelines.read(text, copy.story(), copy.body(), publication.date());
    }

    private Optional<Desk> desk(String name) {
        return settings.desk(name)
                .or(() -> settings.desk(name.split("[/,|(]", 2)[0]))
                .or(() -> settings.desk(name.split("-", 2)[0]));
    }

    private Dateline stated(String words, Optional<LocalDate> published) {
        return datelines
                .read(words + " --", 0, 0, published)
                .map(DatelineReader.Found::dateline)
                .map(DatelineReader::outside)
                .orElseGet(() -> datelines.placeOnly(words));
    }

    private static Status status(Map<Field, String> given, WireCopy copy, String body) {
        return given(given, Field.STATUS)
                .or(() -> value(copy, HeaderKey.STATUS))
                .flatMap(StatusWords::named)
                .or(() -> copy.headline().stream()
                        .flatMap(line -> StatusWords.read(line).stream())
                        .findFirst())
                .or(() -> StatusWords.read(String.join(" ", copy.notes())))
                .or(() -> StatusWords.read(Lines.of(body, 0, 1).get(0).text()))
                .orElse(Status.USABLE);
    }

    private static Optional<String> given(Map<Field, String> given, Field field) {
        return Optional.ofNullable(given.get(field)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Optional<String> value(WireCopy copy, HeaderKey key) {
        return copy.header().stream()
                .filter(field -> field.key() == key)
                .map(HeaderField::value)
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
