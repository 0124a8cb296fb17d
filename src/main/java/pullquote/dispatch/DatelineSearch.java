package pullquote.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pullquote.dispatch.Lines.Line;

/** Looks for the dateline among a text's first lines: at a line's beginning, lines below, or within a paragraph. */
final class DatelineSearch {
    /** Headings between a mere line of place and day and the dateline that counts. */
    private static final int HEADINGS = 4;

    private static final int LONGEST_HEADING = 200;
    /** Lines and characters above a dateline. */
    private static final int LINES_ABOVE = 14;

    private static final int LENGTH_ABOVE = 1200;

    private final String text;
    private final List<Line> lines;
    private final DatelineReader datelines;
    private final InlineDateline inlineDatelines;
    private final Map<Integer, Optional<DatelineReader.Found>> known = new HashMap<>();
    private final Map<Integer, Integer> inline = new HashMap<>();

    DatelineSearch(String text, List<Line> lines, DatelineReader datelines, InlineDateline inlineDatelines) {
        this.text = text;
        this.lines = lines;
        this.datelines = datelines;
        this.inlineDatelines = inlineDatelines;
    }

    /**
     * {@return the line with the dateline that counts, where a mere line of place and day, headings and a byline stand
     * above it; -1 where the first one counts}
     */
    int again(int first) {
        Line line = lines.get(first);
        boolean alone =
                at(line.start()).filter(found -> found.end() >= line.end()).isPresent();
        for (int i = first + 1, above = 0; alone && i < lines.size() && above <= HEADINGS; i++) {
            Line next = lines.get(i);
            if (next.blank()) {
                continue;
            }
            if (above > 0 && shown(next)) {
                return i;
            }
            if (next.text().length() > LONGEST_HEADING || Prose.endsInStop(next.text())) {
                return -1;
            }
            above++;
        }
        return -1;
    }

    /**
     * {@return the line with a dateline below a headline, points, captions or a summary, or -1}
     *
     * <p>Only a dateline with agency or day shows that what stands above it is no story.
     */
    int below(int from) {
        int sentences = 0;
        int length = 0;
        for (int i = from, above = 0; i < lines.size() && above <= LINES_ABOVE; i++) {
            Line line = lines.get(i);
            if (line.blank()) {
                continue;
            }
            if (above > 0 && (shown(line) || within(i) >= 0)) {
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
    int within(int line) {
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
        boolean opensLine = found > 0 && opensLine(start + found);
        boolean read = found > 0 && !opensLine && at(start + found).isPresent();
        return read ? start + found : -1;
    }

    private boolean opensLine(int offset) {
        int at = offset - 1;
        while (at > 0 && Lines.blank(text.charAt(at)) && !Lines.breaks(text.charAt(at))) {
            at--;
        }
        return Lines.breaks(text.charAt(at));
    }

    boolean shown(Line line) {
        return at(line.start()).filter(DatelineReader.Found::shown).isPresent();
    }

    boolean begins(Line line) {
        return at(line.start()).isPresent();
    }

    /** Lines are asked about once as the first below a header, once as the first of a body. */
    Optional<DatelineReader.Found> at(int offset) {
        return known.computeIfAbsent(offset, start -> datelines.read(text, start, start, Optional.empty()));
    }

    int skipBlank(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).blank()) {
            at++;
        }
        return at;
    }
}
