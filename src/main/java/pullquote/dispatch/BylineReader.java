package pullquote.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.dispatch.Byline.Role;
import pullquote.dispatch.NameList.Named;

/**
 * Reads byline lines, {@code By JOHN SMITH}, titles and names alone. One row per person and part; the raw line goes with
 * each.
 */
final class BylineReader {
    /** A byline: {@code By JOHN SMITH}, {@code by staff reporter X}, {@code [By A B]}, {@code Xinhua writers A, B}. */
    private static final Pattern BY = Pattern.compile(
            "\\s{0,9}[\\^\\[(]?\\s?(?:By|BY|by|Por|POR|Par|PAR|Von|VON)\\s*:?\\s+(.{2,160}?)(?:[\\])]|\\s[-–—]{1,2}|\\s{1,3}=)?\\s*");

    /** What makes a picture's owner no person: {@code U.S. Army}, {@code Ministry of Salt}. */
    private static final Pattern BODY = Pattern.compile(
            "(?iu)\\bU\\.S\\.|\\b(?:army|navy|air force|police|ministry|department|government|office|handout|images?|guard|courtesy|council|committee|party|company|corp|university|pool|via)\\b");

    private static final Pattern TITLE_LINE = Pattern.compile(
            "\\s{0,9}\\^?\\s?(?:\\p{Lu}[\\p{L}.'’&-]{1,20}\\s){0,4}(?:Writer|Reporter|Correspondent|Editor|Columnist|Analyst|Staff|Bureau Chief|Staff Writer)s?\\.?\\s*"
                    + "|\\s{0,9}(?:c\\.|\\([cC]\\)|©|Copyright)\\s?\\d{4},? [^!?]{2,60}");
    private static final Pattern PHOTO = Pattern.compile(
            "(?iu)\\s{0,9}[\\^\\[(]?\\s?(?:photos?|photographs?|pictures?|translated(?:\\sfrom(?:\\sthe)?\\s\\p{L}{4,15})?|translation|edited|written|compiled|text|story|words)\\s+by\\s+.{2,120}");

    /** {@code , Special to the Harbour Gazette}. */
    private static final String SPECIAL =
            "[,\\s]+(?i:special|exclusive)(?i:ly)? (?i:to|for) .{2,60}$|,\\s(?i:the)\\s\\p{Lu}[\\p{L}\\p{M} .'’-]{2,40}$";

    private static final Pattern SIGN_OFF = Pattern.compile("[(（]([^()]{2,30})[)）]\\.?");
    private final NameList names;
    private final CreditLines credits;

    BylineReader(NameList names) {
        this.names = names;
        this.credits = new CreditLines(names);
    }

    /** {@return the reader of credit lines} */
    CreditLines credits() {
        return credits;
    }

    /** {@return the persons of a byline line; empty for a line that is none} */
    Optional<List<Byline>> line(String printed) {
        String raw = printed.strip();
        String line = Lines.visible(printed);
        if (raw.length() > 220) {
            return Optional.empty();
        }
        if (PHOTO.matcher(line).matches()) {
            return Optional.of(credits.credit(raw)).filter(rows -> !rows.isEmpty());
        }
        Matcher by = BY.matcher(line);
        if (by.matches()) {
            return byline(raw, by.group(1));
        }
        Matcher writers = CreditLines.WRITERS.matcher(line);
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
                    .map(CreditLines::role)
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

    /** {@return the persons of a byline or credit below a story} */
    List<Byline> below(String text) {
        return CreditLines.isContribution(text)
                ? credits.credit(text)
                : line(text).orElseGet(() -> credits.credit(text));
    }

    /** {@return whether a text is an agency's sign-off in brackets: {@code (ANSA).}} */
    boolean isSignOff(String text) {
        Matcher signOff = SIGN_OFF.matcher(text);
        return signOff.matches() && names.isDesk(signOff.group(1));
    }

    /** {@return the persons of a labelled header field: {@code Editor: yan}} */
    List<Byline> labelled(String value, Role role, String raw) {
        List<Byline> rows = new ArrayList<>();
        for (Named named : names.read(value, true)) {
            rows.add(new Byline(named.name(), role, named.title(), named.organization(), raw));
        }
        return rows;
    }

    /** {@return the photographers that a picture's credit names; none for an agency's or a ministry's} */
    List<Byline> photographers(String who, String credit) {
        return names.read(who, false).stream()
                .filter(named -> !BODY.matcher(named.name()).find())
                .map(named -> new Byline(named.name(), Role.PHOTOGRAPHER, named.title(), named.organization(), credit))
                .toList();
    }

    /** {@return the writers whose addresses a line below the story gives: they are known by their whole names} */
    List<Byline> reached(String who, String raw) {
        return names.read(who, false).stream()
                .map(named -> new Byline(named.name(), Role.WRITER, named.title(), named.organization(), raw))
                .toList();
    }

    /**
     * {@return rows with surnames in full where another row has the whole name, no row twice, and no writer for an address
     * alone who has another part}
     */
    static List<Byline> merged(List<Byline> rows) {
        List<Byline> all = new ArrayList<>();
        for (Byline row : rows) {
            String name = rows.stream()
                    .map(Byline::name)
                    .filter(full -> full.endsWith(" " + row.name()))
                    .findFirst()
                    .orElse(row.name());
            boolean address = row.role() == Role.WRITER && CreditReader.isContact(row.raw());
            boolean known = rows.stream()
                    .anyMatch(other -> !other.raw().equals(row.raw())
                            && (name.equals(other.name()) || name.endsWith(" " + other.name())));
            boolean twice = all.stream().anyMatch(other -> other.name().equals(name) && other.role() == row.role());
            if (!(address && known) && !twice) {
                all.add(new Byline(name, row.role(), row.title(), row.organization(), row.raw()));
            }
        }
        return all;
    }
}
