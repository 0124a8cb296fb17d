package pullquote.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.dispatch.Byline.Role;
import pullquote.dispatch.NameList.Named;

/**
 * Reads credit lines: {@code (Reporting by A in Paris; Editing by B and C)}, {@code AP writer A contributed to this
 * report}, {@code Photos: A}. One row per person and part; the raw line goes with each.
 */
final class CreditLines {
    private static final String WORK =
            "(?:reporting|writing|editing|translating|translation|photography|filming|production|"
                    + "compiled|written|rewritten|reported|edited|translated|photographed|photographs?|photos?|pictures?|video|graphics?|text|story|words)";
    private static final String EXTRA = "(?:(?:additional|further|extra|main|initial|original|more)\\s)?";
    /** {@code Web editor:}, {@code Contributing:}, {@code To contact the reporter on this story:}. */
    private static final String LABEL =
            "(?<!\\p{L})(?:to contact the )?((?:(?:web|copy|news) )?(?:editors?|reporters?|writers?|correspondents?|translators?|photographers?)"
                    + "|contributing|contributors?|authors?|with (?:assistance|reporting|files) (?:from|by)|files from)(?: (?:on|responsible for) this story)?(?:\\s?:|(?<=from|by))\\s*";
    /** {@code Additional reporting by}, {@code Writing and additional reporting}, {@code Photos:}. */
    private static final Pattern PART = Pattern.compile("(?iu)(?<!\\p{L})(" + EXTRA + WORK + "(?:(?:,|\\sand|\\s&)\\s"
            + EXTRA + WORK
            + ")*)(?:(?:\\s+from\\s+(?:the\\s+)?\\p{L}{4,15})?\\s+by\\b:?|\\s*:|(?-i:(?=\\s+\\p{Lu}\\p{Ll})))\\s*|"
            + LABEL);

    static final Pattern WRITERS = Pattern.compile(
            "(?u)\\s{0,9}[\\^\\[(（]?\\s?((?:[\\p{L}.'’&-]{1,20}\\s){0,3}(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Jj]ournalists?)"
                    + "\\s*:?\\s+\\p{Lu}.{2,200}?|(?:新华社)?记者[:：]?\\s*\\p{IsHan}.{0,60}?)"
                    + "(?:\\s+(?:also\\s+)?(?:contributed|reported)(?:\\s+(?:to|from|for)\\s.{1,80})?)?[\\])）.]*\\s*");
    private static final Pattern CONTRIBUTED = Pattern.compile(
            "(?u)\\s{0,9}[\\[(]?\\p{Lu}.{3,400}?\\s(?:also\\s)?(?:(?:helped\\swith|assisted\\swith|reported)\\sthis\\s(?:report|story|article|dispatch)|contributed(?:\\.?$|\\sreporting|\\sfrom\\s\\p{Lu}|\\sto\\s(?:this|the)\\s(?:report|story|article|dispatch))|reported\\sfrom\\s\\p{Lu}).{0,80}",
            Pattern.DOTALL);
    /** Surnames that stand for those of the byline: {@code Marsh and Ortiz reported from Lima}. */
    private static final Pattern SURNAMES = Pattern.compile(
            "(?u)\\p{Lu}[\\p{L}'’-]+(?:(?:, | and )\\p{Lu}[\\p{L}'’-]+){0,2} (?:also )?(?:reported from|contributed)\\b");

    private static final Pattern HELPED =
            Pattern.compile("\\s(?:contributed|reported\\s(?:from|this)|(?:helped|assisted)\\swith)\\b");

    /** What goes on behind names: {@code Please credit …}, {@code Tel: …}. */
    private static final String NO_NAME =
            "[;,.]?\\s*(?:[-–]\\s)?(?:(?i:Please credit)\\b|(?i:Tel|Phone|E-?mail)[:.]).*$";
    /** {@code This story was translated by …}. */
    private static final Pattern LEAD_IN =
            Pattern.compile("^(?:(?:[\\[(（_*]|--?)\\s?)?(?:(?i:this (?:story|article|report|dispatch) was ))?");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern BRACKET = Pattern.compile("[\\])）_*]\\s*$");

    /** Words that every line of a contribution holds one of. */
    private static final List<String> HELPED_WORDS = List.of(" contributed", " this story", " reported from ");

    private static final int SHORTEST_HELPED = 11;
    /** Letters of the longest word of the trade. */
    private static final int LONGEST_WORD = 15;

    private static final Set<String> CREDIT_WORDS =
            Set.of(("additional further extra main initial original more reporting writing editing "
                            + "translating translation photography filming production compiled written reported "
                            + "edited translated photographed photograph photographs photo photos picture pictures "
                            + "video graphic graphics rewritten text story words editor editors reporter reporters "
                            + "writer writers correspondent correspondents translator translators photographer "
                            + "photographers web copy news contributing contributor contributors author authors "
                            + "with to this")
                    .split(" "));

    private final NameList names;

    CreditLines(NameList names) {
        this.names = names;
    }

    /** {@return whether a text begins with a bracket or with words of work: {@code Reporting by …}} */
    boolean opensWithWork(String text) {
        return "([（".indexOf(text.charAt(0)) >= 0 || PART.matcher(text).lookingAt();
    }

    /** {@return whether a text begins as a credit does} */
    boolean beginsCredit(String text) {
        if (!mayBeginCredit(text, 0, helped(text, 0, text.length()))) {
            return false;
        }
        String words = text.strip();
        String head = LEAD_IN.matcher(words).replaceFirst("");
        Matcher part = PART.matcher(head);
        boolean bracketed = !head.equals(words);
        if (part.lookingAt()) {
            String work = part.group().strip().toLowerCase(Locale.ROOT);
            return work.endsWith("by")
                    || work.endsWith("from")
                    || work.indexOf(':') >= 0
                    || (bracketed && !credit(text).isEmpty());
        }
        if (bracketed && WRITERS.matcher(words).matches()) {
            return true;
        }
        return isContribution(words)
                && CONTRIBUTED.matcher(words).matches()
                && !names.read(contributors(words), SURNAMES.matcher(words).lookingAt())
                        .isEmpty();
    }

    /** {@return the last offset at which words of a contribution stand in a part of a text; -1 for none} */
    static int helped(String text, int from, int end) {
        for (int i = end - SHORTEST_HELPED; i >= from; i--) {
            if (text.charAt(i) == ' ' && "ctr".indexOf(text.charAt(i + 1)) >= 0) {
                for (String words : HELPED_WORDS) {
                    if (text.startsWith(words, i) && i + words.length() <= end) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }

    /**
     * {@return whether a credit may begin at an offset: a quick look before the long one, for a bracket, a word of the trade,
     * or the words that end such lines}
     *
     * @param helped the last offset of words of a contribution
     */
    static boolean mayBeginCredit(String text, int from, int helped) {
        int at = from;
        while (at < text.length() && Lines.blank(text.charAt(at))) {
            at++;
        }
        int end = at;
        while (end < text.length() && end - at <= LONGEST_WORD && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return helped >= from
                || (end == at && at < text.length())
                || CREDIT_WORDS.contains(text.substring(at, end).toLowerCase(Locale.ROOT));
    }

    private static String contributors(String text) {
        return text.replaceFirst(
                        "(?s)\\s(?:also\\s)?(?:contributed\\b|reported\\s(?:from|this)\\s|(?:helped|assisted)\\swith\\s).*$",
                        "")
                .replaceFirst("^[\\[(]", "");
    }

    /** {@return whether a line says that somebody contributed to another's story} */
    static boolean isContribution(String line) {
        return HELPED.matcher(line).find();
    }

    /** {@return the persons of a credit line} */
    List<Byline> credit(String text) {
        String raw = text.strip();
        String bare = LEAD_IN.matcher(BLANKS.matcher(raw).replaceAll(" ")).replaceFirst("");
        String inner = BRACKET.matcher(bare).replaceFirst("");
        List<Byline> rows = new ArrayList<>();
        Matcher part = PART.matcher(inner);
        if (!part.find()) {
            for (String sentence : inner.split("(?<=\\p{Ll}{3})\\.(?:\\s+|$)")) {
                // "Marsh reported from Lima.": a surname is enough where nothing else is in the sentence
                boolean lenient = SURNAMES.matcher(sentence).lookingAt();
                for (Named named : names.read(contributors(sentence), lenient)) {
                    Role role = named.title().map(CreditLines::role).orElse(Role.WRITER);
                    // who contributed to another's story reported for it, whatever the title
                    boolean reported =
                            role == Role.WRITER && HELPED.matcher(sentence).find();
                    rows.add(new Byline(
                            named.name(), reported ? Role.REPORTER : role, named.title(), named.organization(), raw));
                }
            }
            return rows;
        }
        int from;
        do {
            from = part.end();
            boolean labelled = part.group(2) != null;
            Role role = role(part.group(labelled ? 2 : 1));
            boolean more = part.find();
            String who = inner.substring(from, more ? part.start() : inner.length());
            // "Editor: yan", but no sentence behind a colon
            boolean lenient = labelled && who.strip().indexOf(' ') < 0;
            for (Named named : names.read(who.replaceFirst(NO_NAME, ""), lenient)) {
                rows.add(new Byline(named.name(), role, named.title(), named.organization(), raw));
            }
            if (!more) {
                return rows;
            }
        } while (true);
    }

    /** {@return the part that words of work name; the first of several decides} */
    static Role role(String work) {
        String lower = work.toLowerCase(Locale.ROOT);
        int reporter = first(
                first(lower.indexOf("report"), lower.indexOf("assist")),
                first(lower.indexOf("files from"), lower.indexOf("contribut")));
        int writer = first(lower.indexOf("writ"), lower.indexOf("compil"));
        int editor = lower.indexOf("edit");
        int photo = first(
                first(lower.indexOf("photo"), lower.indexOf("picture")),
                first(lower.indexOf("film"), first(lower.indexOf("video"), lower.indexOf("graphic"))));
        int translator = lower.indexOf("translat");
        int correspondent = lower.indexOf("correspondent");
        int least = first(first(first(reporter, writer), first(editor, photo)), first(translator, correspondent));
        if (least < 0 || least == writer) {
            return Role.WRITER;
        }
        return least == reporter || least == correspondent
                ? Role.REPORTER
                : least == editor ? Role.EDITOR : least == photo ? Role.PHOTOGRAPHER : Role.TRANSLATOR;
    }

    private static int first(int a, int b) {
        return a < 0 ? b : b < 0 ? a : Math.min(a, b);
    }
}
