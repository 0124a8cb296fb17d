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
    /** Lines over which a byline or a note in brackets goes on. */
    private static final int JOINED_LINES = 3;
    /** Characters of a line that is a paragraph, not a heading. */
    private static final int SHORTEST_PARAGRAPH = 80;

    /** What a header states of a dispatch's origin; one that states none of it may go on below the headline. */
    private static final Set<HeaderKey> STATEMENTS =
            EnumSet.of(HeaderKey.SOURCE, HeaderKey.PUBLISHED, HeaderKey.TIME, HeaderKey.DATE, HeaderKey.UPDATED);

    private final HeaderLine headerLine;
    private final LooseHeaderLine looseHeaderLine;
    private final DatelineReader datelines;
    private final InlineDateline inlineDatelines;
    private final BylineReader bylines;
    private final CreditReader credits;

    WireCopyReader(
            HeaderLine headerLine,
            LooseHeaderLine looseHeaderLine,
            DatelineReader datelines,
            InlineDateline inlineDatelines,
            BylineReader bylines) {
        this.headerLine = headerLine;
        this.looseHeaderLine = looseHeaderLine;
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
        private final DatelineSearch search;
        private final Map<Integer, List<HeaderField>> fields = new HashMap<>();

        Reading(String text) {
            this.text = text;
            this.lines = Lines.of(text, 0, HEAD_LINES);
            this.search = new DatelineSearch(text, lines, datelines, inlineDatelines);
        }

        WireCopy read() {
            int story = leading(headerLines());
            Optional<DatelineReader.Found> dateline = search.at(story);
            int behind = dateline.map(DatelineReader.Found::end).orElse(story);
            CreditReader.Credits found = credits.read(text, behind);
            return front.copy(text, story, dateline, found);
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
                return search.skipBlank(from);
            }
            for (int i = from; i < anchor; i++) {
                Line line = lines.get(i);
                if (line.blank()) {
                    front.headline.close();
                } else if (FrontLines.isNote(line.text())) {
                    front.note(line);
                } else if (!front.byline(line)) {
                    front.headline(line);
                }
            }
            front.headline.close();
            int at = anchor;
            int next = anchor;
            while (next < lines.size()) {
                List<HeaderField> stated = fields(lines.get(next));
                if (stated.isEmpty()) {
                    break;
                }
                front.header(lines.get(next), stated);
                at = next + 1;
                next = search.skipBlank(at);
            }
            return search.skipBlank(at);
        }

        /** Lines are asked about once for the first header line, once on the way down from it. */
        private List<HeaderField> fields(Line line) {
            return fields.computeIfAbsent(line.start(), start -> {
                List<HeaderField> read = headerLine.read(line.text());
                return read.isEmpty() && LooseHeaderLine.mayBeDated(line.text()) && !search.begins(line)
                        ? looseHeaderLine.read(line.text())
                        : read;
            });
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
                List<HeaderField> stated = fields(line);
                // a headline may hold a date; what is not understood of it is no header of a headline above
                boolean unread = stated.stream().anyMatch(field -> field.key() == HeaderKey.UNREAD);
                if (stated.stream().anyMatch(field -> field.key() != HeaderKey.OTHER) && !(unread && above == 0)) {
                    return i;
                }
                above++;
                length += line.text().length();
                if (length > HEADLINE_LENGTH || search.begins(line)) {
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
                    front.headline.close();
                    continue;
                }
                int last = byline(i);
                if (last >= i) {
                    noteLines = 0;
                    i = last;
                    at = i + 1;
                    continue;
                }
                if (search.begins(line)) {
                    int again = search.again(i);
                    if (again < 0) {
                        return line.start();
                    }
                    front.headline.clear();
                    above(i + 1, again);
                    i = again - 1;
                    continue;
                }
                int within = search.within(i);
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
                } else if (stated && bareByline(i)) {
                    i = titles(i);
                    at = i + 1;
                } else if (front.repeated(line)) {
                    at = i + 1;
                } else if (front.headline.isEmpty() && isHeadline(i, stated)) {
                    front.headline(line);
                    at = i + 1;
                } else if (search.below(i) > i) {
                    above(i, search.below(i));
                    i = search.below(i) - 1;
                } else {
                    break;
                }
            }
            int first = search.skipBlank(at);
            if (first >= lines.size()) {
                return text.length();
            }
            int behind = front.sentenceByline(
                    text, lines.get(first).start(), lines.get(first).end());
            return behind >= 0 ? behind : lines.get(first).start();
        }

        /** Takes names without "By" above their title or a dateline, or between the header and a paragraph. */
        private boolean bareByline(int i) {
            int next = search.skipBlank(i + 1);
            if (next >= lines.size() || front.hasByline()) {
                return false;
            }
            Line below = lines.get(next);
            boolean shows = bylines.isTitle(below.text())
                    || search.shown(below)
                    || (next > i + 1 && below.text().length() >= SHORTEST_PARAGRAPH);
            return shows && front.bareByline(lines.get(i));
        }

        /** Takes the lines between the header and a dateline: the headline, points, captions, a summary. */
        private void above(int from, int dateline) {
            for (int i = from; i < dateline; i++) {
                Line line = lines.get(i);
                int last = byline(i);
                if (line.blank()) {
                    front.headline.close();
                } else if (last >= i) {
                    i = last;
                } else {
                    front.above(line);
                }
            }
            front.headline.close();
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
            return titles(last);
        }

        /** {@return the last of the titles and addresses below a byline, once taken} */
        private int titles(int byline) {
            int last = byline;
            while (search.skipBlank(last + 1) < lines.size() && front.title(lines.get(search.skipBlank(last + 1)))) {
                last = search.skipBlank(last + 1);
            }
            return last;
        }

        /** A line without a stop above a byline, below a header above a dateline, or alone above a paragraph. */
        private boolean isHeadline(int i, boolean stated) {
            String line = lines.get(i).text();
            int next = search.skipBlank(i + 1);
            if (line.length() > LONGEST_HEADLINE || line.endsWith(".") || next >= lines.size()) {
                return false;
            }
            Line below = lines.get(next);
            boolean first = search.skipBlank(0) == i;
            if (bylines.line(below.text()).isPresent()) {
                return stated || first;
            }
            return stated
                    ? search.begins(below)
                    : first
                            && next > i + 1
                            && !Prose.endsInStop(line)
                            && Prose.isHeading(line)
                            && below.text().length() >= SHORTEST_PARAGRAPH
                            && Prose.isSentence(below.text());
        }
    }
}
