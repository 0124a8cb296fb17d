package pullquote.dispatch;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    /** Lines and characters above a dateline. */
    private static final int LINES_ABOVE = 14;

    private static final int LENGTH_ABOVE = 1200;
    /** Lines over which a byline or a note in brackets goes on. */
    private static final int JOINED_LINES = 3;

    /** What a header states of a dispatch's origin; one that states none of it may go on below the headline. */
    private static final Set<HeaderKey> STATEMENTS =
            EnumSet.of(HeaderKey.SOURCE, HeaderKey.PUBLISHED, HeaderKey.TIME, HeaderKey.DATE, HeaderKey.UPDATED);

    private final HeaderLine headerLine;
    private final DatelineReader datelines;
    private final InlineDateline inlineDatelines;
    private final BylineReader bylines;
    private final CreditReader credits;

    WireCopyReader(
            HeaderLine headerLine, DatelineReader datelines, InlineDateline inlineDatelines, BylineReader bylines) {
        this.headerLine = headerLine;
        this.datelines = datelines;
        this.inlineDatelines = inlineDatelines;
        this.bylines = bylines;
        this.credits = new CreditReader(bylines);
    }

    WireCopy read(String text) {
        return new Reading(text).read();
    }

    private final class Reading {
        private final String text;
        private final List<Line> lines;
        private final FrontMatter front = new FrontMatter(bylines);
        private final Map<Integer, Optional<DatelineReader.Found>> known = new HashMap<>();
        private final Map<Integer, Integer> inline = new HashMap<>();
        private final Map<Integer, List<HeaderField>> fields = new HashMap<>();

        Reading(String text) {
            this.text = text;
            this.lines = Lines.of(text, 0, HEAD_LINES);
        }

        WireCopy read() {
            int story = leading(headerLines());
            int behind = datelines
                    .read(text, story, story, Optional.empty())
                    .map(DatelineReader.Found::end)
                    .orElse(story);
            CreditReader.Credits found = credits.read(text, behind);
            return front.copy(text, story, found);
        }

        /** {@return the line after the header lines; the first line where there are none} */
        private int headerLines() {
            int after = headerLines(0);
            boolean stated = front.header.stream().anyMatch(field -> STATEMENTS.contains(field.key()));
            // an embargo or slug first, the headline, then the lines that name source and time
            return front.header.isEmpty() || stated ? after : headerLines(after);
        }

        private int headerLines(int from) {
            int anchor = anchor(from);
            if (anchor < 0) {
                return skipBlank(from);
            }
            for (int i = from; i < anchor; i++) {
                Line line = lines.get(i);
                if (line.blank()) {
                    front.closeHeadline();
                } else if (FrontLines.isNote(line.text())) {
                    front.note(line);
                } else if (!front.byline(line)) {
                    front.headline(line);
                }
            }
            front.closeHeadline();
            int at = anchor;
            int next = anchor;
            while (next < lines.size()) {
                List<HeaderField> stated = fields(lines.get(next));
                if (stated.isEmpty()) {
                    break;
                }
                front.header(lines.get(next), stated);
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

        /** {@return the offset of the dateline or, where there is none, of the story} */
        private int leading(int from) {
            int at = from;
            boolean stated = !front.header.isEmpty();
            int noteLines = 0;
            for (int i = from; i < lines.size(); i++) {
                Line line = lines.get(i);
                if (line.blank()) {
                    continue;
                }
                int last = byline(i);
                if (last >= i) {
                    noteLines = 0;
                    i = last;
                    at = i + 1;
                    continue;
                }
                if (dateline(line)) {
                    return line.start();
                }
                int within = inlineDateline(i);
                if (within >= 0) {
                    front.leadIn(text, line.start(), within);
                    return within;
                }
                boolean note = stated && FrontLines.NOTE.matcher(line.text()).matches();
                if ((note || noteLines > 0) && noteLines < NOTE_LINES) {
                    noteLines++;
                    front.note(line);
                } else if (stated
                        && FrontLines.BRACKETED_NOTE.matcher(line.text()).matches()) {
                    front.note(line);
                    at = i + 1;
                } else if (front.repeated(line)) {
                    at = i + 1;
                } else if (front.hasNoHeadline() && stated && isHeadline(i)) {
                    front.headline(line);
                    at = i + 1;
                } else if (datelineBelow(i) > i) {
                    above(i, datelineBelow(i));
                    i = datelineBelow(i) - 1;
                } else {
                    break;
                }
            }
            int first = skipBlank(at);
            if (first >= lines.size()) {
                return text.length();
            }
            int behind = front.sentenceByline(
                    text, lines.get(first).start(), lines.get(first).end());
            return behind >= 0 ? behind : lines.get(first).start();
        }

        /** Takes the lines between the header and a dateline: the headline, points, captions, a summary. */
        private void above(int from, int dateline) {
            for (int i = from; i < dateline; i++) {
                Line line = lines.get(i);
                int last = byline(i);
                if (line.blank()) {
                    front.closeHeadline();
                } else if (last >= i) {
                    i = last;
                } else {
                    front.above(line);
                }
            }
            front.closeHeadline();
        }

        /** {@return the last line of the byline, or of the note in brackets over lines, taken from a line on; -1 for neither} */
        private int byline(int first) {
            int last = first;
            if (!front.byline(lines.get(first))) {
                StringBuilder words = new StringBuilder(lines.get(first).text());
                boolean taken = false;
                while (!taken && last - first < JOINED_LINES && last + 1 < lines.size()) {
                    last++;
                    if (lines.get(last).blank()) {
                        return -1;
                    }
                    words.append(' ').append(lines.get(last).text());
                    taken = front.joined(
                            new Line(lines.get(first).start(), lines.get(last).end(), words.toString()));
                }
                if (!taken) {
                    return -1;
                }
            }
            while (last + 1 < lines.size() && front.title(lines.get(last + 1))) {
                last++;
            }
            return last;
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
         * {@return the line with a dateline below a headline, points, captions or a summary, or -1}
         *
         * <p>Only a dateline with agency or day shows that what stands above it is no story.
         */
        private int datelineBelow(int from) {
            int sentences = 0;
            int length = 0;
            for (int i = from, above = 0; i < lines.size() && above <= LINES_ABOVE; i++) {
                Line line = lines.get(i);
                if (line.blank()) {
                    continue;
                }
                if (above > 0 && (shown(line) || inlineDateline(i) >= 0)) {
                    return i;
                }
                length += line.text().length();
                sentences += Prose.endsInStop(line.text()) ? 1 : 0;
                if (sentences > 2 || length > LENGTH_ABOVE) {
                    return -1;
                }
                above++;
            }
            return -1;
        }

        /** {@return where a dateline begins within the paragraph that begins with a line; -1 for none} */
        private int inlineDateline(int line) {
            if (line > 0
                    && !lines.get(line - 1).blank()
                    && !lines.get(line - 1).text().isEmpty()) {
                return -1;
            }
            return inline.computeIfAbsent(line, this::findInline);
        }

        private int findInline(int first) {
            int start = lines.get(first).start();
            int end = lines.get(first).end();
            for (int i = first + 1; i < lines.size() && !lines.get(i).blank(); i++) {
                end = lines.get(i).end();
            }
            int found = inlineDatelines.find(DatelineReader.unbroken(text, start, end));
            boolean opensLine = found > 0 && Lines.breaks(text.charAt(start + found - 1));
            boolean read = found > 0
                    && !opensLine
                    && datelines
                            .read(text, start + found, start + found, Optional.empty())
                            .isPresent();
            return read ? start + found : -1;
        }

        private boolean shown(Line line) {
            return datelineAt(line).filter(DatelineReader.Found::shown).isPresent();
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
}
