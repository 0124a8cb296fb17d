package pullquote.dispatch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.dispatch.Lines.Line;

/**
 * What stands before a story, collected line by line: header fields, headline, notes, bylines, captions, and a summary
 * of whole sentences, which stays part of the body. Where nothing else is left for a body, the last sentence that was
 * taken is given back.
 */
final class FrontMatter {
    /** A part of the text that was taken from the story. */
    private record Taken(int start, int end, List<Byline> rows, List<HeaderField> stated) {}

    private static final Pattern BY = Pattern.compile("(?<![\\p{L}-])(?:By|BY|by)\\s");
    /** Names with a capital for each word, and no word that headings begin with. */
    private static final Pattern BARE_NAMES = Pattern.compile(
            "(?!(?i:key|breaking|live|full|press|latest|top|more|related|read|watch|at|what|why|how|new|the|an?|in|on|no)\\s)"
                    + "(?:\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}\\.)?(?: (?:de|van|von|al|el|bin|der|del|la))?(?: \\p{Lu}[\\p{L}'’-]+){1,2})"
                    + "(?:(?:, | and |, and )(?:\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}\\.)?(?: \\p{Lu}[\\p{L}'’-]+){1,2})){0,3}");
    /** A byline closed by a stop, the story behind it: {@code By Dana Ortiz/Leo Marsh. The …}. */
    private static final Pattern SENTENCE_BY = Pattern.compile(
            "(?:By|BY)\\s(\\p{Lu}[^.!?,;:()]*(?:(?<=[\\s.]\\p{Lu})\\.[^.!?,;:()]*)*)\\.(?=\\s+[\\p{Lu}\"“])");

    private static final Set<HeaderKey> TIMES =
            EnumSet.of(HeaderKey.PUBLISHED, HeaderKey.TIME, HeaderKey.DATE, HeaderKey.UPDATED);
    /** A byline that is a sentence stands this close to the beginning of the story. */
    private static final int FARTHEST_BYLINE = 300;

    final List<HeaderField> header = new ArrayList<>();
    final Headline headline = new Headline();
    private final List<Byline> names = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> raw = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final BylineReader bylines;
    private boolean stated;
    private int summary = -1;
    private int summaryEnd = -1;

    FrontMatter(BylineReader bylines) {
        this.bylines = bylines;
    }

    boolean hasByline() {
        return !names.isEmpty();
    }

    void header(Line line, List<HeaderField> stated) {
        this.stated = true;
        header.addAll(stated);
        take(line.start(), line.end(), List.of(), stated);
    }

    /** Takes a line of the headline. */
    void headline(Line line) {
        take(line.start(), line.end(), List.of(), List.of());
        headline.add(line);
    }

    void note(Line line) {
        notes.add(line.text());
        take(line.start(), line.end(), List.of(), List.of());
    }

    /** Takes a byline's line; false for any other. */
    boolean byline(Line line) {
        Optional<List<Byline>> rows = bylines.line(line.text());
        rows.ifPresent(found -> {
            names.addAll(found);
            raw.add(line.text());
            take(line.start(), line.end(), found, List.of());
        });
        return rows.isPresent();
    }

    /** Takes names that stand alone in a line as a byline: {@code Dana Ortiz and Leo Marsh}; false for any other. */
    boolean bareByline(Line line) {
        Optional<List<Byline>> rows = BARE_NAMES.matcher(line.text()).matches()
                ? bylines.line("By " + line.text()).filter(found -> !found.isEmpty())
                : Optional.empty();
        rows.ifPresent(found -> {
            found.forEach(
                    row -> names.add(new Byline(row.name(), row.role(), row.title(), row.organization(), line.text())));
            raw.add(line.text());
            take(line.start(), line.end(), found, List.of());
        });
        return rows.isPresent();
    }

    /** Takes a byline or a note in brackets that goes on over lines: {@code By Dana Ortiz and}, {@code Leo Marsh}. */
    boolean joined(Line lines) {
        if (!BY.matcher(lines.text()).lookingAt()) {
            boolean note = FrontLines.BRACKETED_NOTE.matcher(lines.text()).matches();
            if (note) {
                note(lines);
            }
            return note;
        }
        return byline(lines);
    }

    /**
     * {@return where a story begins behind a byline that is a sentence: {@code By Dana Ortiz. The …}; -1 for none}
     *
     * @param from where the paragraph begins
     * @param to where it ends
     */
    int sentenceByline(String text, int from, int to) {
        Matcher by = SENTENCE_BY.matcher(text).region(from, Math.min(to, from + FARTHEST_BYLINE));
        while (by.find()) {
            boolean opens = by.start() == from || Prose.sentenceMayBegin(text, from, by.start());
            Optional<List<Byline>> rows =
                    opens ? bylines.line(by.group()).filter(found -> !found.isEmpty()) : Optional.empty();
            if (rows.isPresent()) {
                names.addAll(rows.get());
                raw.add(by.group());
                take(from, by.end(), rows.get(), List.of());
                return Lines.skipBlank(text, by.end(), to);
            }
        }
        return -1;
    }

    /** Takes the headline where it is printed once more; false for any other line. */
    boolean repeated(Line line) {
        boolean repeats = headline.repeats(line.text());
        if (repeats) {
            take(line.start(), line.end(), List.of(), List.of());
        }
        return repeats;
    }

    /** Takes the title, employer or address below a byline; false for any other line. */
    boolean title(Line line) {
        if (names.isEmpty() && raw.isEmpty()) {
            return false;
        }
        if (bylines.isTitle(line.text())) {
            List<Byline> titled = bylines.titled(names, line.text());
            names.clear();
            names.addAll(titled);
        } else if (!FrontLines.isContact(line.text()) && !bylines.isAgency(line.text())) {
            return false;
        }
        raw.add(line.text());
        take(line.start(), line.end(), List.of(), List.of());
        return true;
    }

    /** Takes a line that stands above a dateline and is no byline. */
    void above(Line line) {
        String words = line.text();
        if (FrontLines.isNote(words)) {
            note(line);
        } else if (FrontLines.isCaption(words)) {
            caption(words, line.start(), line.end());
        } else if (FrontLines.isPoint(words) || FrontLines.isCode(words) || headline.repeats(words)) {
            take(line.start(), line.end(), List.of(), List.of());
        } else if (headline.takes(words, stated)) {
            headline(line);
        } else if (Prose.isSentence(words)) {
            summary(line.start(), line.end());
        } else {
            take(line.start(), line.end(), List.of(), List.of());
        }
    }

    /** Takes what stands before a dateline in its paragraph: notes, points, a byline, a caption, a summary. */
    void leadIn(String text, int from, int to) {
        int at = Lines.skipBlank(text, from, to);
        Matcher note = FrontLines.BRACKETED_NOTE.matcher(text).region(at, to);
        while (note.lookingAt()) {
            notes.add(note.group());
            take(at, note.end(), List.of(), List.of());
            at = Lines.skipBlank(text, note.end(), to);
            note.region(at, to);
        }
        int end = Lines.trimmed(text, at, withoutByline(text, at, to));
        Matcher photo = FrontLines.PHOTO_CREDIT.matcher(text).region(at, end);
        while (photo.find()) {
            caption(text.substring(at, photo.end()), at, photo.end());
            at = Lines.skipBlank(text, photo.end(), end);
            photo.region(at, end);
        }
        if (at >= end) {
            return;
        }
        String rest = text.substring(at, end);
        if (FrontLines.isPoint(rest) || headline.repeats(rest)) {
            take(at, end, List.of(), List.of());
        } else if (Prose.isSentence(rest) && Prose.endsInStop(rest)) {
            summary(at, end);
        } else if (rest.indexOf(' ') > 0) {
            headline(new Line(at, end, rest));
        }
    }

    /** {@return where the byline that ends a part of the text begins, once taken; the part's end for none} */
    private int withoutByline(String text, int from, int to) {
        Matcher by = BY.matcher(text).region(from, to);
        int start = to;
        while (by.find()) {
            start = by.start();
        }
        String words =
                text.substring(start, to).strip().replaceFirst("[.,:–—-]+$", "").replaceAll("\\s+", " ");
        Optional<List<Byline>> rows = start == to ? Optional.empty() : bylines.line(words);
        if (rows.isEmpty()) {
            return to;
        }
        names.addAll(rows.get());
        raw.add(words);
        take(start, to, rows.get(), List.of());
        return start;
    }

    private void caption(String words, int start, int end) {
        List<Byline> rows = new ArrayList<>();
        FrontLines.photographers(words).forEach((who, credit) -> rows.addAll(bylines.photographers(who, credit)));
        names.addAll(rows);
        take(start, end, rows, List.of());
    }

    private void summary(int start, int end) {
        summary = summary < 0 ? start : summary;
        summaryEnd = end;
    }

    private void take(int start, int end, List<Byline> rows, List<HeaderField> stated) {
        taken.add(new Taken(start, end, rows, stated));
    }

    /** Takes the byline that AFP printed behind its headlines. */
    private void headlineByline() {
        boolean printed = header.stream()
                .anyMatch(field ->
                        field.key() == HeaderKey.SOURCE && field.value().equals("AFP"));
        Optional<String> by = printed ? headline.byline() : Optional.empty();
        by.flatMap(bylines::line).filter(found -> !found.isEmpty()).ifPresent(found -> {
            names.addAll(0, found);
            raw.add(0, by.get());
            headline.withoutByline();
        });
    }

    /** {@return the text taken apart, a sentence given back where nothing else is left for the body} */
    WireCopy copy(String text, int story, Optional<DatelineReader.Found> dateline, CreditReader.Credits credits) {
        headlineByline();
        raw.addAll(credits.raw());
        boolean dated = header.stream().anyMatch(field -> TIMES.contains(field.key()));
        credits.stamp().filter(time -> !dated).ifPresent(time -> header.add(new HeaderField(HeaderKey.SENT, time)));
        int body = summary < 0 ? story : summary;
        int end = credits.end();
        if (!Prose.hasWords(text, body, end)) {
            Optional<Taken> back = givenBack(text);
            if (back.isPresent()) {
                header.removeAll(back.get().stated());
                names.removeAll(back.get().rows());
                raw.removeIf(line -> line.equals(
                        text.substring(back.get().start(), back.get().end())));
                body = back.get().start();
                end = back.get().end();
            }
        }
        return new WireCopy(
                header,
                headline.printed(),
                names,
                notes,
                raw,
                body,
                summary < 0 ? body : summaryEnd,
                story,
                story >= body && story < end ? dateline : Optional.empty(),
                credits.rows(),
                end);
    }

    /** {@return the last part taken that is a sentence, else the headline} */
    private Optional<Taken> givenBack(String text) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            Taken part = taken.get(i);
            if (Prose.isSentence(text.substring(part.start(), part.end()))) {
                return Optional.of(part);
            }
        }
        return headline.isEmpty()
                ? Optional.empty()
                : Optional.of(new Taken(headline.start(), headline.end(), List.of(), List.of()));
    }
}
