package pullquote.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.dispatch.Byline.Role;
import pullquote.dispatch.NameList.Named;

/**
 * Reads byline lines, {@code By JOHN SMITH}, and credit lines, {@code (Reporting by A in Paris; Editing by B and C)}.
 * One row per person and part; the raw line goes with each.
 */
final class BylineReader {
    private static final String WORK =
            "(?:reporting|writing|editing|translating|translation|photography|filming|production|"
                    + "compiled|written|rewritten|reported|edited|translated|photographed|photographs?|photos?|pictures?|video|graphics?|text|story|words)";
    private static final String EXTRA = "(?:(?:additional|further|extra|main|initial|original|more)\\s)?";
    /** {@code Web editor:}, {@code Contributing:}, {@code To contact the reporter on this story:}. */
    private static final String LABEL =
            "(?<!\\p{L})(?:to contact the )?((?:(?:web|copy|news) )?(?:editors?|reporters?|writers?|correspondents?|translators?|photographers?)"
                    + "|contributing|contributors?|with (?:assistance|reporting|files) (?:from|by)|files from)(?: (?:on|responsible for) this story)?(?:\\s?:|(?<=from|by))\\s*";
    /** {@code Additional reporting by}, {@code Writing and additional reporting}, {@code Photos:}. */
    private static final Pattern PART = Pattern.compile("(?iu)(?<!\\p{L})(" + EXTRA + WORK + "(?:(?:,|\\sand|\\s&)\\s"
            + EXTRA + WORK
            + ")*)(?:(?:\\s+from\\s+(?:the\\s+)?\\p{L}{4,15})?\\s+by\\b:?|\\s*:|(?-i:(?=\\s+\\p{Lu}\\p{Ll})))\\s*|"
            + LABEL);
    /** A byline: {@code By JOHN SMITH}, {@code by staff reporter X}, {@code [By A B]}, {@code Xinhua writers A, B}. */
    private static final Pattern BY = Pattern.compile(
            "\\s{0,9}[\\^\\[(]?\\s?(?:By|BY|by|Por|POR|Par|PAR|Von|VON)\\s*:?\\s+(.{2,160}?)(?:[\\])]|\\s[-–—]{1,2})?\\s*");

    private static final Pattern WRITERS = Pattern.compile(
            "(?u)\\s{0,9}[\\^\\[(（]?\\s?((?:[\\p{L}.'’&-]{1,20}\\s){0,3}(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Jj]ournalists?)"
                    + "\\s*:?\\s+\\p{Lu}.{2,200}?|(?:新华社)?记者[:：]?\\s*\\p{IsHan}.{0,60}?)"
                    + "(?:\\s+(?:also\\s+)?(?:contributed|reported)(?:\\s+(?:to|from|for)\\s.{1,80})?)?[\\])）.]*\\s*");
    private static final Pattern CONTRIBUTED = Pattern.compile(
            "(?u)\\s{0,9}[\\[(]?\\p{Lu}.{3,400}?\\s(?:also\\s)?(?:contributed(?:\\.?$|\\sreporting|\\sfrom\\s\\p{Lu}|\\sto\\s(?:this|the)\\s(?:report|story|article|dispatch))|reported\\sfrom\\s\\p{Lu}).{0,80}",
            Pattern.DOTALL);
    private static final Pattern TITLE_LINE = Pattern.compile(
            "\\s{0,9}\\^?\\s?(?:\\p{Lu}[\\p{L}.'’&-]{1,20}\\s){0,4}(?:Writer|Reporter|Correspondent|Editor|Columnist|Analyst|Staff|Bureau Chief|Staff Writer)s?\\.?\\s*"
                    + "|\\s{0,9}(?:c\\.|\\([cC]\\)|©|Copyright)\\s?\\d{4},? [^!?]{2,60}");
    private static final Pattern PHOTO = Pattern.compile(
            "(?iu)\\s{0,9}[\\^\\[(]?\\s?(?:photos?|photographs?|pictures?|translated(?:\\sfrom(?:\\sthe)?\\s\\p{L}{4,15})?|translation|edited|written|compiled|text|story|words)\\s+by\\s+.{2,120}");

    /** {@code , Special to the Harbour Gazette}. */
    private static final String SPECIAL = "(?i)[,\\s]+(?:special|exclusive)(?:ly)? (?:to|for) .{2,60}$";

    private static final Pattern SIGN_OFF = Pattern.compile("[(（]([^()]{2,30})[)）]\\.?");
    /** {@code This story was translated by …}. */
    private static final String THIS_STORY = "^(?i:this (?:story|article|report|dispatch) was )";

    private static final Set<String> CREDIT_WORDS = Set.of(
            "additional",
            "further",
            "extra",
            "main",
            "initial",
            "original",
            "more",
            "reporting",
            "writing",
            "editing",
            "translating",
            "translation",
            "photography",
            "filming",
            "production",
            "compiled",
            "written",
            "reported",
            "edited",
            "translated",
            "photographed",
            "photograph",
            "photographs",
            "photo",
            "photos",
            "picture",
            "pictures",
            "video",
            "graphic",
            "graphics",
            "rewritten",
            "text",
            "story",
            "words",
            "editor",
            "editors",
            "reporter",
            "reporters",
            "writer",
            "writers",
            "correspondent",
            "correspondents",
            "translator",
            "translators",
            "photographer",
            "photographers",
            "web",
            "copy",
            "news",
            "contributing",
            "contributor",
            "contributors",
            "with",
            "to",
            "this");

    private final NameList names;

    BylineReader(NameList names) {
        this.names = names;
    }

    /** {@return the persons of a byline line; empty for a line that is none} */
    Optional<List<Byline>> line(String line) {
        String raw = line.strip();
        if (raw.length() > 220) {
            return Optional.empty();
        }
        if (PHOTO.matcher(line).matches()) {
            return Optional.of(credit(raw)).filter(rows -> !rows.isEmpty());
        }
        Matcher by = BY.matcher(line);
        if (by.matches()) {
            return byline(raw, by.group(1));
        }
        Matcher writers = WRITERS.matcher(line);
        if (writers.matches() && names.creditsAgency(writers.group(1))) {
            return byline(raw, writers.group(1).replaceFirst("^(?:新华社)?记者[:：]?\\s*", "reporter "));
        }
        return Optional.empty();
    }

    private Optional<List<Byline>> byline(String raw, String who) {
        List<Named> found = names.read(who.replaceFirst(SPECIAL, ""), false);
        boolean shouted = who.equals(who.toUpperCase(Locale.ROOT));
        if (found.isEmpty()) {
            return names.isDesk(who) ? Optional.of(List.of()) : Optional.empty();
        }
        int letters = found.stream()
                .mapToInt(named -> named.name().length()
                        + named.title()
                                .or(named::organization)
                                .map(String::length)
                                .orElse(0))
                .sum();
        boolean whole = letters * 10 >= who.replaceFirst(SPECIAL, "").length() * 3
                && !who.matches(".*[.!?]\"?\\s+\\p{Lu}\\p{Ll}.*[a-z]{3}\\s+[a-z]{3}.*");
        if (!whole || (!shouted && who.split("\\s+").length > 24)) {
            return Optional.empty();
        }
        List<Byline> rows = new ArrayList<>();
        for (Named named : found) {
            // "staff reporter X" states the part; "X, Business Editor" only the job of one who wrote
            Role role = named.title()
                    .filter(title -> who.startsWith(title))
                    .map(BylineReader::role)
                    .orElse(Role.WRITER);
            rows.add(new Byline(named.name(), role, named.title(), named.organization(), raw));
        }
        return Optional.of(rows);
    }

    /** {@return whether a line is a title that goes with the byline before it: {@code Associated Press Writer}} */
    boolean isTitle(String line) {
        return TITLE_LINE.matcher(line).matches();
    }

    /** {@return whether a line is an agency or a newsroom alone} */
    boolean isAgency(String line) {
        return line.length() <= 40 && names.isDesk(line);
    }

    /** {@return the rows of a byline with the title of the line below it} */
    List<Byline> titled(List<Byline> rows, String titleLine) {
        String title = titleLine.strip().replaceFirst("^\\^\\s?", "");
        String service = title.replaceFirst("^\\P{Lu}*\\d{4},? ", "");
        List<Byline> titled = new ArrayList<>();
        for (Byline row : rows) {
            if (!service.equals(title)) {
                // "c.1998 N.Y. Times News Service": whose they are, not what they are
                titled.add(new Byline(row.name(), row.role(), row.title(), Optional.of(service), row.raw()));
                continue;
            }
            Named named = names.read(row.name() + " / " + title, true).stream()
                    .findFirst()
                    .orElse(new Named(row.name(), row.title(), row.organization()));
            titled.add(new Byline(
                    row.name(),
                    row.role(),
                    Optional.of(title),
                    named.organization().or(row::organization),
                    row.raw()));
        }
        return titled;
    }

    /** {@return whether a text begins with a bracket or with words of work: {@code Reporting by …}} */
    boolean opensWithWork(String text) {
        return "([（".indexOf(text.charAt(0)) >= 0 || PART.matcher(text).lookingAt();
    }

    /** {@return whether a text begins as a credit does} */
    boolean beginsCredit(String text) {
        if (!mayBeginCredit(text)) {
            return false;
        }
        String head = text.strip().replaceFirst("^(?:[\\[(（_*]|--?)\\s?", "").replaceFirst(THIS_STORY, "");
        Matcher part = PART.matcher(head);
        boolean bracketed = !head.equals(text.strip());
        if (part.lookingAt()) {
            return (bracketed && !credit(text).isEmpty())
                    || part.group().strip().toLowerCase(Locale.ROOT).matches(".*(?:by|from)")
                    || part.group().contains(":");
        }
        if (bracketed && WRITERS.matcher(text.strip()).matches()) {
            return true;
        }
        return CONTRIBUTED.matcher(text.strip()).matches()
                && !names.read(contributors(text.strip()), false).isEmpty();
    }

    /** A quick look before the long one: a bracket, a word of the trade, or the word that ends such lines. */
    private static boolean mayBeginCredit(String text) {
        int at = 0;
        while (at < text.length() && Lines.blank(text.charAt(at))) {
            at++;
        }
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return (end == at && at < text.length())
                || CREDIT_WORDS.contains(text.substring(at, end).toLowerCase(Locale.ROOT))
                || text.contains(" contributed")
                || text.contains(" reported from ");
    }

    /** {@return whether a text is an agency's sign-off in brackets: {@code (ANSA).}} */
    boolean isSignOff(String text) {
        Matcher signOff = SIGN_OFF.matcher(text);
        return signOff.matches() && names.isDesk(signOff.group(1));
    }

    private static String contributors(String text) {
        return text.replaceFirst("(?s)\\s(?:also\\s)?(?:contributed|reported\\sfrom)\\s.*$", "")
                .replaceFirst("^[\\[(]", "");
    }

    /** {@return the persons of a credit line} */
    List<Byline> credit(String text) {
        String raw = text.strip();
        String inner = raw.replaceAll("\\s+", " ")
                .replaceFirst("^(?:[\\[(（_*]|--?)\\s?", "")
                .replaceFirst(THIS_STORY, "")
                .replaceFirst("[\\])）_*]\\s*$", "");
        List<Byline> rows = new ArrayList<>();
        Matcher part = PART.matcher(inner);
        if (!part.find()) {
            for (String sentence : inner.split("(?<=\\p{Ll}{3})\\.(?:\\s+|$)")) {
                for (Named named : names.read(contributors(sentence), false)) {
                    Role role = named.title().map(BylineReader::role).orElse(Role.WRITER);
                    rows.add(new Byline(named.name(), role, named.title(), named.organization(), raw));
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
            for (Named named : names.read(who.replaceFirst("[;,.]?\\s*(?i:Please credit)\\b.*$", ""), lenient)) {
                rows.add(new Byline(named.name(), role, named.title(), named.organization(), raw));
            }
            if (!more) {
                return rows;
            }
        } while (true);
    }

    /** {@return the persons of a labelled header field: {@code Editor: yan}} */
    List<Byline> labelled(String value, Role role, String raw) {
        List<Byline> rows = new ArrayList<>();
        for (Named named : names.read(value, true)) {
            rows.add(new Byline(named.name(), role, named.title(), named.organization(), raw));
        }
        return rows;
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
