package pullquote.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the credit lines after a story: {@code (Reporting by …; Editing by …)}, end marks, notices of the publisher. */
final class CreditReader {
    /**
     * What stands after the story.
     *
     * @param rows the persons credited
     * @param raw the credit lines as printed
     * @param end offset after the story
     */
    record Credits(List<Byline> rows, List<String> raw, int end) {}

    private static final int REACH = 3000;
    private static final int LONGEST_CREDIT = 900;
    private static final int SIGN_OFF = 36;
    /** No end mark is longer. */
    private static final int LONGEST_MARK = 220;

    private static final String SENTENCE_END = ".!?\"”’'»。";
    /** {@code Enditem}, {@code -0-}, {@code ###}, {@code (END)}, {@code Copyright 1989 …}. */
    private static final Pattern END_MARK = Pattern.compile(
            "(?:Enditem|Endit|ENDS?|Ends|Item ends|-0-|0|###?|-30-|\\(?END\\)?|[*_=-]{3,40}|\\(?(?:Copyright\\b|\\(c\\)|\\(C\\)|©).{0,200}|"
                    + "(?:All rights reserved).{0,100}|\\(?(?:ENDITEM|enditem)\\)?|\\(END\\).{0,40}|/TASS/|-{1,2}\\s?(?:IANS|PTI|ANI|UNI)"
                    + "|\\(?[a-z]{2,4}(?:[-/][a-z]{2,4}){1,3}\\)?|PTI(?: [A-Z]{2,4}){1,4}|AP-[A-Z]{2}-\\d{2}-\\d{2}-\\d{2} \\d{4}[A-Z]{3})");

    private static final List<String> LINE_END_MARKS = List.of("Enditem", "Endit", "-0-", "###");
    /** {@code This article was funded in part by …}: a notice that follows the credits. */
    private static final Pattern NOTICE = Pattern.compile(
            "(?s)(?:This (?:article|story|content) was (?:funded|created|produced|generated)\\b.{0,400}|.{2,40} is the sponsor of this content\\..{0,400}"
                    + "|Our Standards: .{2,80}|Follow .{2,60} on (?:Twitter|Facebook|X)\\b.{0,80}|\\([Ss]ource: .{2,40}\\)|\\(For (?:the latest|more) .{2,120}\\)"
                    + "|\\([^()\\s]{1,40}@[^()]{3,160}\\))");

    /** A byline below the story. */
    private static final Pattern LAST_BYLINE = Pattern.compile("[\\[(]?By \\p{Lu}[^.!?]{3,80}");

    private final BylineReader bylines;

    CreditReader(BylineReader bylines) {
        this.bylines = bylines;
    }

    /** {@return the credits after a body that begins at an offset} */
    Credits read(String text, int body) {
        List<Byline> rows = new ArrayList<>();
        List<String> raw = new ArrayList<>();
        int end = withoutSignOff(text, body, withoutMark(text, body, trimmed(text, body, text.length())));
        int floor = Math.max(body, end - REACH);
        int storyEnd = end;
        int cut = end;
        // upwards, paragraph by paragraph, as long as they are credits, marks or notices
        while (cut > floor) {
            int start = paragraphStart(text, Math.max(floor, cut - LONGEST_CREDIT - 1), cut);
            String paragraph = text.substring(start, cut);
            if (start <= body) {
                break;
            }
            if (isCredit(paragraph)) {
                rows.addAll(0, bylines.line(paragraph).orElseGet(() -> bylines.credit(paragraph)));
                raw.add(0, paragraph);
            } else if (!isEndMark(paragraph) && !NOTICE.matcher(paragraph).matches()) {
                break;
            }
            cut = trimmed(text, body, start);
            storyEnd = cut;
        }
        return new Credits(rows, raw, storyEnd);
    }

    private static boolean isEndMark(String text) {
        return text.length() <= LONGEST_MARK && END_MARK.matcher(text).matches();
    }

    private boolean isCredit(String paragraph) {
        if (LAST_BYLINE.matcher(paragraph).matches()) {
            return bylines.line(paragraph).isPresent();
        }
        if (paragraph.length() > LONGEST_CREDIT || !bylines.beginsCredit(paragraph)) {
            return false;
        }
        // a credit in brackets ends with its bracket; one without holds no sentence besides
        boolean bracketed = "([（".indexOf(paragraph.charAt(0)) >= 0;
        return bracketed || !bylines.credit(paragraph).isEmpty();
    }

    /** {@return where the last paragraph before an offset begins: after a blank line, or at a line that begins a credit} */
    private int paragraphStart(String text, int floor, int end) {
        int at = end;
        while (at > floor) {
            int line = at;
            while (line > floor && !Lines.breaks(text.charAt(line - 1))) {
                line--;
            }
            int first = line;
            while (first < at && Lines.blank(text.charAt(first))) {
                first++;
            }
            if (first == at && at < end) {
                return skipBlank(text, at, end);
            }
            String rest = text.substring(first, end);
            if (bylines.beginsCredit(rest) || isEndMark(rest)) {
                return first;
            }
            at = line > floor ? line - 1 : line;
            if (line == floor) {
                return skipBlank(text, floor, end);
            }
        }
        return floor;
    }

    /** Cuts an end mark off the last line: {@code … in port. Enditem}. */
    private static int withoutMark(String text, int floor, int end) {
        for (String mark : LINE_END_MARKS) {
            int start = end - mark.length();
            if (start > floor && text.startsWith(mark, start) && Lines.blank(text.charAt(start - 1))) {
                return trimmed(text, floor, start);
            }
        }
        return end;
    }

    /** Cuts an agency's sign-off off the last line: {@code … in port. (ANSA).} */
    private int withoutSignOff(String text, int floor, int end) {
        int open = Math.max(text.lastIndexOf('(', end - 1), text.lastIndexOf('（', end - 1));
        boolean signOff = open > floor
                && end - open < SIGN_OFF
                && Lines.blank(text.charAt(open - 1))
                && SENTENCE_END.indexOf(text.charAt(trimmed(text, floor, open) - 1)) >= 0
                && bylines.isSignOff(text.substring(open, end));
        return signOff ? trimmed(text, floor, open) : end;
    }

    private static int skipBlank(String text, int from, int end) {
        int at = from;
        while (at < end && Lines.blank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int trimmed(String text, int floor, int end) {
        int at = end;
        while (at > floor && Lines.blank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
