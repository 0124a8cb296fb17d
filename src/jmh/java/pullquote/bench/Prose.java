package pullquote.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The sentences of one invented dispatch: clauses put together by chance, attributed to the handful of people whom the
 * dispatch has. {@code {} and {@code }} stand for its quote marks.
 */
final class Prose {
    private static final List<String> ENDINGS = List.of("", "", "", " %when", " in %place", " near %place");
    private static final List<String> SUBJECTS = List.of(
            "the %body",
            "the %people %body",
            "the %adjective %noun",
            "a %adjective %noun",
            "%number %group",
            "%land",
            "the %noun of the %body",
            "more than %amount",
            "the %noun in %place");
    private static final List<String> CLAUSES = List.of(
            "%verb the %adjective %noun",
            "%verb a %noun for %amount and the %noun",
            "%verb %amount as a result of the %noun",
            "would %base the %noun and the %adjective %noun",
            "had %verb the %noun of the %body",
            "could not %base the %noun without a %adjective %noun",
            "is expected to %base the %noun %when",
            "has %verb the %noun since the %adjective %noun",
            "and the %body %verb the %noun");
    private static final List<String> SPEECHES = List.of(
            "we will %base the %noun, whatever the %body says",
            "the %noun is %adjective, and it must %base",
            "this is a %adjective %noun for %land",
            "nobody wants the %adjective %noun",
            "I can't %base what I have not seen",
            "there was no %noun and there will be none",
            "we have waited %number years for a %adjective %noun",
            "they %verb the %noun and %verb the %noun",
            "it is too early to %base the %noun",
            "you don't %base a %noun with a %noun");

    private final Vocabulary words;
    private final SplittableRandom random;
    private final List<String[]> people = new ArrayList<>();
    private final boolean quotes;

    Prose(Vocabulary words, SplittableRandom random) {
        this.words = words;
        this.random = random;
        this.quotes = random.nextInt(8) > 0;
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            people.add(new String[] {
                words.any("role", random), words.any("given", random), words.any("family", random), "new"
            });
        }
    }

    /** {@return a sentence, with its full stop} */
    String sentence() {
        int kind = random.nextInt(1000) + (quotes ? 0 : 220);
        String sentence;
        if (kind < 190) {
            sentence = direct();
        } else if (kind < 220) {
            sentence = capital(source()) + " called the %noun {a %adjective %noun}" + ending() + ".";
        } else if (kind < 270) {
            sentence = capital(clause()) + ", according to " + outlet() + ".";
        } else if (kind < 510) {
            sentence = indirect();
        } else {
            sentence = capital(clause()) + (random.nextInt(5) < 3 ? ", but " + clause() : "") + ".";
        }
        return words.fill(sentence, random).replace(",.", ".").replace(",,", ",");
    }

    /** {@return a few words as a headline} */
    String headline() {
        return words.fill(random.nextBoolean() ? "%body %verb %adjective %noun" : "%land %verb %noun, %group Say", random);
    }

    private String direct() {
        String speech = "{" + capital(speech());
        for (int more = random.nextInt(3); more > 0; more--) {
            speech += any(List.of(" because ", ", and ", ", but ")) + speech();
        }
        return switch (random.nextInt(6)) {
            case 0 -> capital(source()) + " " + cue() + ending() + ": " + speech + ".}";
            case 1 -> speech + ",} " + source() + " " + cue() + ". {" + capital(speech()) + ".}";
            case 2 -> speech + ",} " + cue() + " " + person()[2] + ".";
            case 3 -> speech + "?} asked " + person()[2] + ending() + ".";
            default -> speech + ",} " + source() + " " + cue() + ending() + ".";
        };
    }

    private String indirect() {
        return switch (random.nextInt(5)) {
            case 0 -> capital(outlet()) + " %reported that " + clause() + ".";
            case 1 -> capital(clause()) + ", " + source() + " " + cue() + ending() + ".";
            case 2 -> "The %people %group said " + clause() + ".";
            case 3 -> capital(source()) + " told " + outlet() + " that " + clause() + ".";
            default -> capital(source()) + " " + cue() + ending() + " that " + clause() + ".";
        };
    }

    private String clause() {
        return any(SUBJECTS) + " " + any(CLAUSES) + ending();
    }

    private String speech() {
        return any(SPEECHES);
    }

    private String ending() {
        return any(ENDINGS);
    }

    private String cue() {
        return "%said";
    }

    private String outlet() {
        return random.nextInt(3) == 0 ? "a statement by the %body" : "the %people %body";
    }

    /** In full at first, then by the family name or a pronoun; now and then no name at all. */
    private String source() {
        if (random.nextInt(6) == 0) {
            return random.nextBoolean() ? "the %role" : "%group";
        }
        String[] person = person();
        if (!person[3].isEmpty()) {
            person[3] = "";
            return Character.isUpperCase(person[0].charAt(0))
                    ? person[0] + " " + person[1] + " " + person[2]
                    : person[1] + " " + person[2] + ", " + article(person[0]) + " of the %people %body,";
        }
        return random.nextInt(3) == 0 ? (random.nextBoolean() ? "he" : "she") : person[2];
    }

    private String[] person() {
        return people.get(random.nextInt(people.size()));
    }

    private static String article(String role) {
        return ("aeiou".indexOf(role.charAt(0)) >= 0 ? "an " : "a ") + role;
    }

    private String any(List<String> patterns) {
        return patterns.get(random.nextInt(patterns.size()));
    }

    private String capital(String pattern) {
        String text = words.fill(pattern, random);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
