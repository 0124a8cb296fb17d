package pullquote.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the credit lines after a story: {@code (Reporting by …; Editing by …)}, end marks, notices of the publisher. */
final class CreditReader {
    /**
     * What stands after the story.
     *
     * @param rows the persons credited
     * @param raw the credit lines as printed
     * @param stamp when the wire sent it, from its mark: {@code 2018-11-21 23:22 GMT}
     * @param end offset after the story
     */
    record Credits(List<Byline> rows, List<String> raw, Optional<String> stamp, int end) {}

    private static final int REACH = 3000;
    private static final int LONGEST_CREDIT = 900;
    private static final int SIGN_OFF = 36;
    /** No end mark is longer. */
    private static final int LONGEST_MARK = 220;

    private static final String SENTENCE_END = ".!?\"”’'»。";
    /** {@code Enditem}, {@code -0-}, {@code ###}, {@code (END)}, {@code Copyright 1989 …}. */
    private static final Pattern END_MARK = Pattern.compile(
            "(?:Enditem|Endit|ENDS?|Ends|ends|Item ends|-0-|0|###?|-30-|\\(?ENDS?\\)?|- ?(?:ENDS?|[Ee]nds?|MORE|[Mm]ore) ?-|\\(?(?:MORE|[Mm]ore)\\)?|MORE|mf|■|==\\p{L}{2,12}|(?i:page) \\d{1,2}(?: (?:of|/) \\d{1,2})?|- ?\\d{1,2} ?-|[*_=-](?: ?[*_=-]){1,40}|\\(?(?:Copyright\\b|\\(c\\)|\\(C\\)|©).{0,200}|"
                    + "(?:All rights reserved).{0,100}|\\(?(?:ENDITEM|enditem)\\)?|\\(END\\).{0,40}|/TASS/|-{1,2}\\s?(?:IANS|PTI|ANI|UNI)"
                    + "|\\(?[a-z]{2,4}(?:[-/][a-z]{2,4}){1,3}\\)?|[a-z]{2,3}(?:[-/][a-z]{2,4}){0,3} ?\\([\\p{L}, ]{2,30}\\)|dpa(?: [a-z]{2,4}){1,6}|(?:PTI|AFP|AAP|IANS|ANI)(?: [A-Z]{2,4}| [a-z]{2}){1,4})");

    /** A mark behind the last sentence, in its line: {@code … in port. Enditem}, {@code … in port. (END)}. */
    private static final Pattern LINE_END_MARK = Pattern.compile(
            "(?:\\s(?:Enditem|Endit|-0-|###?|-30-)\\.?|\\s?■|(?<=[.!?\"”’'»)\\]]\\s{1,9})(?:\\(?(?:ENDS?|ENDITEM|MORE)\\)?|[(-]?(?:ends|more|end)[)-]|- ?(?:MORE|ENDS?) ?-|mf|==\\p{L}{2,12}))$");

    private static final int LONGEST_LINE_MARK = 24;
    /** {@code This article was funded in part by …}: a notice that follows the credits. */
    private static final Pattern NOTICE = Pattern.compile(
            "(?s)(?:This (?:article|story|content) was (?:funded|created|produced|generated)\\b.{0,400}|.{2,40} is the sponsor of this content\\..{0,400}"
                    + "|Our Standards: .{2,80}|Follow .{2,60} on (?:Twitter|Facebook|X)\\b.{0,80}|\\([Ss]ource: .{2,40}\\)|\\(For (?:the latest|more) .{2,120}\\)"
                    + "|\\([^()\\s]{1,40}@[^()]{3,160}\\)|\\(\\([^()]{4,200}@[^()]{3,160}\\)\\)|Sorry,? we are not currently accepting comments.{0,60}|Online:.{0,200}|\\p{Lu}[^.!?\\n]{2,120}:? ?https?://\\S+|(?:- ?)?(?:Tel|Phone|E-?mail)[:.] .{3,120}"
                    + "|(?:This (?:story|version|article|report)|An earlier version of this (?:story|report|article)) (?:has been|was|had|incorrectly|misstated|corrects).{0,300}|This is published unedited from the .{2,20} feed\\."
                    + "|#{1,3} \\p{L}.{2,60}|- (?:Visit|Distributed by|\\([Cc]\\)) ?.{2,120}|- \\[.{2,120}\\]\\(https?://.{3,200}\\)|(?:[*] ?){0,8}\\s{0,3}The following information is not (?:intended )?for publication)");

    /** Where a writer can be reached: {@code Dana Ortiz is at http://…}, {@code Follow Dana Ortiz on Twitter at …}. */
    private static final Pattern CONTACT = Pattern.compile(
            "(?s)(?:Follow )?(?!Follow )(\\p{Lu}[\\p{L}.'’-]+ (?:[\\p{L}.'’-]+,? ){0,12}?(?:[\\p{L}.'’-]+)) (?:is|are|can be (?:reached|contacted|followed)|on Twitter|on X)(?: on Twitter| on X)?:? (?:at:? ?|on:? ?|here:? ?|@).{0,200}(?:https?://|@|\\.com).{0,200}");

    /** A notice behind the last sentence, in its paragraph. */
    private static final Pattern CLOSING_NOTICE = Pattern.compile(
            "(?:\\([Ss]ource: .{2,40}\\)|\\(\\([^()]{4,200}@[^()]{3,160}\\)\\)|This is published unedited from the .{2,20} feed\\.|\\(?(?:Copyright|©|\\([Cc]\\)) [^.!?]{4,120}\\.?(?: All rights reserved\\.?)?|All rights reserved\\.?)");

    /** A byline below the story. */
    private static final Pattern LAST_BYLINE = Pattern.compile("[\\[(]?By \\p{Lu}[^.!?]{3,80}");

    private final BylineReader bylines;

    CreditReader(BylineReader bylines) {
        this.bylines = bylines;
    }

    /**
     * {@return the credits after a story}
     *
     * <p>Upwards from the end, everything that is a mark, a notice or a credit is taken off: whole paragraphs, then what
     * closes a paragraph behind its last sentence. The story's last words are never taken.
     *
     * @param body where the story begins, after its dateline
     */
    Credits read(String text, int body) {
        List<Byline> rows = new ArrayList<>();
        List<String> raw = new ArrayList<>();
        Optional<String> stamp = Optional.empty();
        int cut = Lines.trimmed(text, body, text.length());
        int floor = Math.max(body, cut - REACH);
        while (cut > floor) {
            int marked = withoutSignOff(text, body, withoutMark(text, body, cut));
            int start = marked < cut ? marked : paragraphEdge(text, body, floor, cut);
            if (start >= cut || !Prose.hasWords(text, body, start)) {
                break;
            }
            String piece = text.substring(start, cut).strip();
            stamp = stamp.or(() -> EndStamp.read(piece));
            Matcher contact = CONTACT.matcher(piece);
            if (isContact(piece) && contact.matches()) {
                rows.addAll(0, bylines.reached(contact.group(1), piece));
            } else if (isCredit(piece)) {
                rows.addAll(0, bylines.below(piece));
                raw.add(0, piece);
            }
            cut = Lines.trimmed(text, body, start);
        }
        return new Credits(rows, raw, stamp, cut);
    }

    /** {@return where what can be taken off the end of a text begins; its end for nothing} */
    private int paragraphEdge(String text, int body, int floor, int cut) {
        int start = paragraphStart(text, Math.max(floor, cut - LONGEST_CREDIT - 1), cut);
        String paragraph = text.substring(start, cut);
        boolean whole = start > body
                && Prose.hasWords(text, body, start)
                && (isEndMark(paragraph) || isNotice(paragraph) || isCredit(paragraph));
        if (whole && (isEndMark(paragraph) || bylines.credits().opensWithWork(paragraph))) {
            return start;
        }
        // from the last sentence backwards: "… he said. (Reporting by A in Lima; Editing by B)"
        int helped = CreditLines.helped(text, start, cut);
        for (int at = cut - 1; at > start && at > body; at--) {
            if (Prose.sentenceMayBegin(text, body, at)
                    && mayClose(text, at, cut, helped)
                    && Prose.hasWords(text, body, at)
                    && closesParagraph(text.substring(at, cut))) {
                return at;
            }
        }
        return whole ? start : cut;
    }

    /** A quick look before the long one. */
    private static boolean mayClose(String text, int at, int end, int helped) {
        return CreditLines.mayBeginCredit(text, at, helped)
                || "ABCT©".indexOf(text.charAt(at)) >= 0
                || end - at <= EndStamp.LONGEST;
    }

    /** {@return whether words that follow a story's last sentence in the same paragraph are a credit or a notice} */
    private boolean closesParagraph(String words) {
        if (LAST_BYLINE.matcher(words).matches()) {
            return bylines.line(words).filter(rows -> !rows.isEmpty()).isPresent();
        }
        return CLOSING_NOTICE.matcher(words).matches()
                || EndStamp.read(words).isPresent()
                || (bylines.credits().beginsCredit(words)
                        && !words.contains(" reported from ")
                        && !bylines.credits().credit(words).isEmpty());
    }

    private static boolean isEndMark(String text) {
        return text.length() <= LONGEST_MARK && END_MARK.matcher(text).matches();
    }

    /** {@return whether a line says where a writer can be reached} */
    static boolean isContact(String line) {
        return (line.indexOf('@') >= 0 || line.contains("http") || line.contains(".com"))
                && CONTACT.matcher(line).matches();
    }

    private static boolean isNotice(String text) {
        return text.length() <= LONGEST_CREDIT
                && (NOTICE.matcher(text).matches()
                        || isContact(text)
                        || EndStamp.read(text).isPresent());
    }

    private boolean isCredit(String paragraph) {
        if (LAST_BYLINE.matcher(paragraph).matches()) {
            return bylines.line(paragraph).isPresent();
        }
        if (paragraph.length() > LONGEST_CREDIT || !bylines.credits().beginsCredit(paragraph)) {
            return false;
        }
        // a credit in brackets ends with its bracket; one without holds no sentence besides
        boolean bracketed = "([（".indexOf(paragraph.charAt(0)) >= 0;
        return bracketed || !bylines.credits().credit(paragraph).isEmpty();
    }

    /** {@return where the last paragraph before an offset begins: after a blank line, or at a line that begins a credit} */
    private int paragraphStart(String text, int floor, int end) {
        int helped = CreditLines.helped(text, floor, end);
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
                return Lines.skipBlank(text, at, end);
            }
            boolean mark = end - first <= LONGEST_MARK && isEndMark(text.substring(first, end));
            if (mark
                    || (CreditLines.mayBeginCredit(text, first, helped)
                            && bylines.credits().beginsCredit(text.substring(first, end)))) {
                return first;
            }
            at = line > floor ? line - 1 : line;
            if (line == floor) {
                return Lines.skipBlank(text, floor, end);
            }
        }
        return floor;
    }

    /** Cuts an end mark off the last line: {@code … in port. Enditem}. */
    private static int withoutMark(String text, int floor, int end) {
        if (end <= floor || !mayEndMark(text, end)) {
            return end;
        }
        int from = Math.max(floor, end - LONGEST_LINE_MARK);
        Matcher mark = LINE_END_MARK.matcher(text).region(from, end).useTransparentBounds(true);
        return mark.find() ? Lines.trimmed(text, floor, mark.start()) : end;
    }

    /** {@return whether a mark may end at an offset: a quick look before the long one} */
    private static boolean mayEndMark(String text, int end) {
        char last = text.charAt(end - 1);
        // "Enditem.", "-0-."
        return last == '.'
                ? end > 1 && "mt-#".indexOf(text.charAt(end - 2)) >= 0
                : Character.isLetter(last) || ")-#■".indexOf(last) >= 0;
    }

    /** Cuts an agency's sign-off off the last line: {@code … in port. (ANSA).} */
    private int withoutSignOff(String text, int floor, int end) {
        int open = Math.max(text.lastIndexOf('(', end - 1), text.lastIndexOf('（', end - 1));
        boolean signOff = open > floor
                && end - open < SIGN_OFF
                && Lines.blank(text.charAt(open - 1))
                && SENTENCE_END.indexOf(text.charAt(Lines.trimmed(text, floor, open) - 1)) >= 0
                && bylines.isSignOff(text.substring(open, end));
        return signOff ? Lines.trimmed(text, floor, open) : end;
    }
}
