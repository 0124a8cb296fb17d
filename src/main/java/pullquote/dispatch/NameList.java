package pullquote.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits the names of a byline or credit: {@code A, B and C}, {@code A in Paris and B in Boise, Idaho},
 * {@code staff reporter X}, {@code JOHN SMITH / Associated Press Writer}. Agencies and places are not persons.
 */
final class NameList {
    /**
     * A person as a byline names it.
     *
     * @param name the name in normal case
     * @param title the job title as printed
     * @param organization the employer as printed
     */
    record Named(String name, Optional<String> title, Optional<String> organization) {}

    private static final Pattern LEAD_IN = Pattern.compile("^(?:(?i:by|and|additional reporting by) )+");
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s*(?:[,;/|^、，；]|\\s(?:and|AND|And|&|et|und|with|WITH|--?|[–—]|[yY](?=\\s+\\S+\\s+\\S))\\s)\\s*");
    private static final String JOB = "(?:writer|reporter|correspondent|editor|columnist|photographer|analyst|intern|"
            + "journalist|staff|bureau chief|contributor|commentator|critic)s?";
    /** A piece that is a title: {@code Associated Press Writer}, {@code AP Business Editor}, {@code staff reporters}. */
    private static final Pattern TITLE =
            Pattern.compile("(?iu)(?:[\\p{L}.'’&-]{1,30}\\s){0,5}" + JOB + "(?:\\s(?:at large|emeritus))?\\.?");
    /** A title before its name: {@code staff reporter}, {@code Xinhua writers}, {@code XINHUA reporter}. */
    private static final Pattern LEADING = Pattern.compile(
            "(?u)((?:(?:[\\p{L}.'’&-]{1,30}\\s){0,3}?)(?i:writers?|reporters?|correspondents?|editors?|columnist|photographers?|journalists?|contributors?))"
                    + "\\s+(?=[\\p{Lu}\\p{Lo}])");

    private static final Pattern SUFFIX = Pattern.compile("(?i)(?:jr|sr)\\.?|I{2,3}|IV|M\\.D\\.|Ph\\.D\\.");
    private static final Pattern INITIAL = Pattern.compile("(?:^|[\\s.])\\p{Lu}\\.$");
    private static final Pattern WHERE = Pattern.compile("\\s+(?:in|at|from|near|aboard|for|IN|AT|FROM|FOR)\\s+(.*)$");
    private static final Pattern WORD =
            Pattern.compile("(?u)(?:[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’-]*|[\\p{L}]{1,3}['’-]\\p{Lu}[\\p{L}\\p{M}'’-]*"
                    + "|de|del|della|di|da|dos|du|la|le|van|von|der|den|ter|ten|bin|ibn|bint|y|e|zu|af|av|al|el)");
    private static final Pattern NOT_PERSON = Pattern.compile(
            "(?iu).*\\b(?:news|newsroom|staff|bureau|bureaus|bureaux|agency|agencies|press|service|services|times|team|desk|"
                    + "wires?|reports|office|foundation|institute|university|network|media|online|editors|reporters|contributed|correspondents|"
                    + "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|october|november|december)\\b.*");

    /** The words of the longest name, its particles among them: {@code María José de la Cruz y Ruiz}. */
    private static final int MOST_WORDS = 7;

    private final DispatchSettings settings;
    private final Gazetteer gazetteer;

    NameList(DispatchSettings settings, Gazetteer gazetteer) {
        this.settings = settings;
        this.gazetteer = gazetteer;
    }

    /**
     * {@return the persons named}
     *
     * @param text the names, without the words that credit them
     * @param lenient whether a name may be one word in small letters, as after {@code Editor:}
     */
    List<Named> read(String text, boolean lenient) {
        Reading reading = new Reading(lenient);
        boolean inPlace = false;
        for (String piece : SEPARATOR.split(Lines.visible(text).strip())) {
            String part = piece.strip();
            if (inPlace) {
                part = afterRegion(part);
            }
            Matcher where = WHERE.matcher(part);
            if (where.find()) {
                reading.take(part.substring(0, where.start()));
                String beyond = beyondRegion(where.group(1));
                inPlace = true;
                if (!beyond.isEmpty()) {
                    reading.take(beyond);
                }
            } else if (!part.isEmpty() && !(inPlace && gazetteer.isPlace(part))) {
                reading.take(part);
            }
        }
        return reading.done();
    }

    /** Drops a state's abbreviation at the start: {@code D.C. Leo Marsh}. */
    private String afterRegion(String part) {
        int space = part.indexOf(' ');
        boolean region = space > 0 && part.charAt(space - 1) == '.' && gazetteer.isRegion(part.substring(0, space));
        return region ? part.substring(space + 1).strip() : part;
    }

    private String beyondRegion(String place) {
        Matcher region = Pattern.compile("\\.\\s+(?=\\p{Lu}\\p{Ll})").matcher(place);
        return region.find() && gazetteer.isRegion(place.substring(0, region.start() + 1))
                ? place.substring(region.end())
                : "";
    }

    /** {@return whether words before names are of the trade: {@code Xinhua writers}, {@code staff reporter}} */
    boolean creditsAgency(String words) {
        Matcher leading = LEADING.matcher(words);
        if (!leading.lookingAt()) {
            return words.startsWith("reporter") || words.contains("记者");
        }
        String before = leading.group(1).replaceFirst("\\s*\\S+$", "");
        return before.isEmpty() || before.matches("(?i)(?:staff|special|our|guest)") || isAgency(before);
    }

    /** {@return whether a byline names an agency or a newsroom in place of a person: {@code Our Correspondent}} */
    boolean isDesk(String who) {
        return isAgency(who)
                || who.matches("(?iu)(?:the )?(?:[\\p{L}.'’-]{1,20} ){0,3}"
                        + "(?:press|reuters|xinhua|afp|staff|news|agency|agencies|times|bureau|wires?)")
                || who.matches(
                        "(?iu)(?:our|a|an|the|staff|special|own|agency) (?:own )?(?:staff |special )?(?:correspondent|reporter|writer)s?")
                || (TITLE.matcher(who).matches() && isAgency(who.replaceFirst(" \\S+$", "")));
    }

    private boolean isAgency(String part) {
        return settings.desk(part.replaceFirst("^(?i:the) ", "")).isPresent();
    }

    /** Collects persons piece by piece; a title or employer belongs to those named before it. */
    private final class Reading {
        private final boolean lenient;
        private final List<Named> found = new ArrayList<>();
        private @Nullable String title;
        private int titled;

        Reading(boolean lenient) {
            this.lenient = lenient;
        }

        void take(String piece) {
            String part = LEAD_IN.matcher(piece.strip()).replaceFirst("");
            if (part.endsWith(".")
                    && !INITIAL.matcher(part).find()
                    && !SUFFIX.matcher(part.substring(part.lastIndexOf(' ') + 1))
                            .matches()) {
                part = part.substring(0, part.length() - 1);
            }
            if (part.isEmpty()) {
                return;
            }
            if (SUFFIX.matcher(part).matches() && !found.isEmpty()) {
                Named last = found.remove(found.size() - 1);
                found.add(new Named(
                        NameCase.normal(
                                last.name() + " " + (part.length() > 3 && part.indexOf('.') > 0 ? part : suffix(part))),
                        last.title(),
                        last.organization()));
                return;
            }
            String behind = isAgency(part) ? "" : behind(part);
            if (behind.isEmpty() && TITLE.matcher(part).matches()) {
                retitle(part, organization(part));
                return;
            }
            if (isAgency(part)) {
                retitle(null, part);
                return;
            }
            if (!behind.isEmpty()) {
                String name = part.substring(0, part.length() - behind.length()).strip();
                person(name.replaceFirst("\\s(?i:of)$", ""));
                String employer = behind.replaceFirst("^(?i:the) ", "");
                retitle(isAgency(employer) ? null : behind, isAgency(employer) ? behind : organization(behind));
                return;
            }
            Matcher leading = LEADING.matcher(part);
            if (leading.lookingAt()) {
                title = leading.group(1).strip();
                titled = found.size();
                part = part.substring(leading.end()).strip();
            }
            person(part);
        }

        /** The words behind a name that are an employer or, after a name in capitals, a title; empty for none. */
        private String behind(String part) {
            String[] words = part.split(" ");
            for (int i = 2; i < words.length; i++) {
                String tail = String.join(" ", List.of(words).subList(i, words.length));
                String head = String.join(" ", List.of(words).subList(0, i));
                boolean shouted = head.equals(head.toUpperCase(Locale.ROOT))
                        && words[i].length() > 2
                        && !words[i].equals(words[i].toUpperCase(Locale.ROOT));
                boolean employed = organization(tail) != null && !isAgency(head) && organization(head) == null;
                if ((isAgency(tail) && organization(head) == null)
                        || (TITLE.matcher(tail).matches() && (shouted || employed))) {
                    return tail;
                }
            }
            return "";
        }

        private String suffix(String part) {
            return part.equalsIgnoreCase("jr") || part.equalsIgnoreCase("sr") ? part + "." : part;
        }

        private void person(String printed) {
            String part = withoutPlace(printed);
            String[] words = NameCase.apart(part).split("\\s+");
            if (words.length > MOST_WORDS
                    || words[0].equals("The")
                    || part.length() > 60
                    || NOT_PERSON.matcher(part).matches()) {
                return;
            }
            boolean han = part.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
            if (words.length < 2 && !lenient && !han) {
                return;
            }
            for (String word : words) {
                if (!WORD.matcher(word).matches()
                        && !(lenient && word.codePoints().allMatch(Character::isLetter))) {
                    return;
                }
            }
            found.add(new Named(
                    NameCase.normal(String.join(" ", words)),
                    Optional.ofNullable(title),
                    Optional.ofNullable(title == null ? null : organization(title))));
        }

        /** {@return a name without the place in capitals that stands behind it: {@code Dana Ortiz LIMA}} */
        private String withoutPlace(String name) {
            int space = name.indexOf(' ', name.indexOf(' ') + 1);
            String behind = space < 0 ? "" : name.substring(space + 1);
            boolean place = !behind.isEmpty()
                    && behind.equals(behind.toUpperCase(Locale.ROOT))
                    && !name.equals(name.toUpperCase(Locale.ROOT))
                    && gazetteer.isPlace(behind);
            return place ? name.substring(0, space) : name;
        }

        private void retitle(@Nullable String job, @Nullable String employer) {
            for (int i = titled; i < found.size(); i++) {
                Named named = found.get(i);
                found.set(
                        i,
                        new Named(
                                named.name(),
                                job == null ? named.title() : Optional.of(job),
                                employer == null ? named.organization() : Optional.of(employer)));
            }
            titled = found.size();
        }

        private @Nullable String organization(String job) {
            String[] words = job.split(" ");
            StringBuilder name = new StringBuilder();
            String longest = null;
            for (String word : words) {
                name.append(name.isEmpty() ? "" : " ").append(word);
                if (isAgency(name.toString())) {
                    longest = name.toString();
                }
            }
            return longest;
        }

        List<Named> done() {
            return found;
        }
    }
}
