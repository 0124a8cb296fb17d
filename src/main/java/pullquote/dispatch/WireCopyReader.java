package pullquote.dispatch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.dispatch.Lines.Line;

/** Takes a raw text apart: header lines, headline, notes, bylines, body, credits. */
final class WireCopyReader {
    private static final int HEAD_LINES = 40;
    /** Characters of one line of a headline. */
    private static final int LONGEST_HEADLINE = 200;

    /** A header line stands among the first few lines that are not blank, under a headline of at most so many lines. */
    private static final int HEADLINE_LINES = 4;

    private static final int HEADLINE_LENGTH = 400;
    private static final int NOTE_LINES = 6;
    /** What a header states of a dispatch's origin; one that states none of it may go on below the headline. */
    private static final Set<HeaderKey> STATEMENTS =
            EnumSet.of(HeaderKey.SOURCE, HeaderKey.PUBLISHED, HeaderKey.TIME, HeaderKey.DATE, HeaderKey.UPDATED);

    /** {@code Eds: SUBS 4th graf …}, {@code EDITOR'S NOTE}: runs on until the byline or dateline. */
    private static final Pattern NOTE =
            Pattern.compile("(?:Eds|EDS|EDITORS?'?S? NOTES?|Editor's note|Note to editors)\\s?[:_-].*");
    /** A note in brackets: {@code (Corrects …)}, {@code (This story corrects …)}, {@code (Adds quotes)}. */
    private static final Pattern BRACKETED_NOTE = Pattern.compile(
            "[(\\[*]\\s?(?:Corrects?|Corrected|Correcting|Refiles?|Adds?|Updates?|Recasts?|Repeats?|Removes?|Fixes|Deletes?|Releads?|"
                    + "(?:This|In this|The) (?:\\w{1,12} ){0,3}(?:story|item|version|article|report))\\b.*[)\\]*]");

    private final HeaderLine headerLine;
    private final DatelineReader datelines;
    private final BylineReader bylines;
    private final CreditReader credits;

    WireCopyReader(HeaderLine headerLine, DatelineReader datelines, BylineReader bylines) {
        this.headerLine = headerLine;
        this.datelines = datelines;
        this.bylines = bylines;
        this.credits = new CreditReader(bylines);
    }

    WireCopy read(String text) {
        return new Reading(text).read();
    }

    private final class Reading {
        private final String text;
        private final List<Line> lines;
        private final List<HeaderField> header = new ArrayList<>();
        private final List<String> headline = new ArrayList<>();
        private final List<Byline> names = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<String> raw = new ArrayList<>();
        private final Map<Integer, Optional<DatelineReader.Found>> known = new HashMap<>();
        private final Map<Integer, List<HeaderField>> fields = new HashMap<>();

        Reading(String text) {
            this.text = text;
            this.lines = Lines.of(text, 0, HEAD_LINES);
        }

        WireCopy read() {
            int at = leading(headerLines());
            int body = at < lines.size() ? lines.get(at).start() : text.length();
            CreditReader.Credits found = credits.read(text, body);
            raw.addAll(found.raw());
            return new WireCopy(header, headline, names, notes, raw, body, found.rows(), found.end());
        }

        /** {@return the line after the header lines; the first line where there are none} */
        private int headerLines() {
            int after = headerLines(0);
            boolean stated = header.stream().anyMatch(field -> STATEMENTS.contains(field.key()));
            // an embargo or slug first, the headline, then the lines that name source and time
            return header.isEmpty() || stated ? after : headerLines(after);
        }

        private int headerLines(int from) {
            int anchor = anchor(from);
            if (anchor < 0) {
                return skipBlank(from);
            }
            for (Line line : lines.subList(from, anchor)) {
                if (!line.blank() && !byline(line)) {
                    (StatusNotes.isNote(line.text()) ? notes : headline).add(line.text());
                }
            }
            int at = anchor;
            int next = anchor;
            while (next < lines.size()) {
                List<HeaderField> stated = fields(lines.get(next));
                if (stated.isEmpty()) {
                    break;
                }
                header.addAll(stated);
                at = next + 1;
                next = skipBlank(at);
            }
            return skipBlank(at);
        }

        /** Lines are asked about once for the first header line, once on the way down from it. */
        private List<HeaderField> fields(Line line) {
            return fields.computeIfAbsent(line.start(), start -> headerLine.read(line.text()));
        }

        /** {@return the first header line that names a source or a time, where what stands above can be a headline} */
        private int anchor(int from) {
            int above = 0;
            int length = 0;
            for (int i = from; i < lines.size() && above <= HEADLINE_LINES; i++) {
                Line line = lines.get(i);
                if (line.blank()) {
                    continue;
                }
                if (fields(line).stream().anyMatch(field -> field.key() != HeaderKey.OTHER)) {
                    return i;
                }
                above++;
                length += line.text().length();
                if (length > HEADLINE_LENGTH || dateline(line)) {
                    return -1;
                }
            }
            return -1;
        }

        /** {@return the line at which the body begins, bylines, notes and a headline below the header skipped} */
        private int leading(int from) {
            int at = from;
            boolean stated = !header.isEmpty();
            boolean inNote = false;
            for (int i = from, noteLines = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                if (line.blank()) {
                    continue;
                }
                if (byline(line)) {
                    inNote = false;
                    if (i + 1 < lines.size() && bylines.isTitle(lines.get(i + 1).text())) {
                        i++;
                        title(lines.get(i));
                    }
                    at = i + 1;
                } else if (dateline(line)) {
                    return i;
                } else if (stated && (inNote || NOTE.matcher(line.text()).matches()) && noteLines < NOTE_LINES) {
                    inNote = true;
                    noteLines++;
                    notes.add(line.text());
                } else if (stated && BRACKETED_NOTE.matcher(line.text()).matches()) {
                    notes.add(line.text());
                    at = i + 1;
                } else if (headline.isEmpty() && stated && isHeadline(i)) {
                    headline.add(line.text());
                    at = i + 1;
                } else if (headline.isEmpty() && !stated && datelineBelow(i) > i) {
                    int below = datelineBelow(i);
                    lines.subList(i, below).stream().filter(l -> !l.blank()).forEach(l -> headline.add(l.text()));
                    return below;
                } else {
                    break;
                }
            }
            return skipBlank(at);
        }

        private boolean isHeadline(int i) {
            String line = lines.get(i).text();
            int next = skipBlank(i + 1);
            return line.length() <= LONGEST_HEADLINE
                    && !line.endsWith(".")
                    && next < lines.size()
                    && (dateline(lines.get(next))
                            || bylines.line(lines.get(next).text()).isPresent());
        }

        /**
         * {@return the line with a dateline below a headline of a few lines, or -1}
         *
         * <p>Without header lines only a dateline with agency or day shows that what stands above it is a headline.
         */
        private int datelineBelow(int from) {
            for (int i = from, above = 0; i < lines.size() && above <= HEADLINE_LINES; i++) {
                Line line = lines.get(i);
                if (line.blank()) {
                    continue;
                }
                if (above > 0
                        && datelineAt(line).filter(DatelineReader.Found::shown).isPresent()) {
                    return i;
                }
                if (line.text().length() > LONGEST_HEADLINE || line.text().endsWith(".")) {
                    return -1;
                }
                above++;
            }
            return -1;
        }

        private boolean byline(Line line) {
            Optional<List<Byline>> rows = bylines.line(line.text());
            rows.ifPresent(found -> {
                names.addAll(found);
                raw.add(line.text());
            });
            return rows.isPresent();
        }

        private void title(Line line) {
            List<Byline> titled = bylines.titled(names, line.text());
            names.clear();
            names.addAll(titled);
            raw.add(line.text());
        }

        private boolean dateline(Line line) {
            return datelineAt(line).isPresent();
        }

        /** Lines are asked about once as the first below a header, once as the first of a body. */
        private Optional<DatelineReader.Found> datelineAt(Line line) {
            return known.computeIfAbsent(line.start(), start -> datelines.read(text, start, start, Optional.empty()));
        }

        private int skipBlank(int from) {
            int at = from;
            while (at < lines.size() && lines.get(at).blank()) {
                at++;
            }
            return at;
        }
    }

    /** Tells notes from headlines above the header lines. */
    private static final class StatusNotes {
        static boolean isNote(String line) {
            return NOTE.matcher(line).matches() || BRACKETED_NOTE.matcher(line).matches();
        }
    }
}
