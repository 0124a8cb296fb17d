package pullquote.time;

import java.util.Locale;
import java.util.Optional;

/** What a match's tokens are worth, by class: the month's number, the count, the direction. */
final class Captures {
    private final TimexLexicon lexicon;
    private final Tokens tokens;
    private final TimexMatch match;

    Captures(TimexLexicon lexicon, Tokens tokens, TimexMatch match) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.match = match;
    }

    TimexMatch match() {
        return match;
    }

    Tokens tokens() {
        return tokens;
    }

    int element(String name) {
        return lexicon.element(name);
    }

    boolean has(String element) {
        return match.has(lexicon.element(element));
    }

    /** {@return the value of the n-th word or number of a class; empty where there are fewer} */
    Optional<Double> number(String element, int n) {
        int number = lexicon.element(element);
        int token = match.token(number, n);
        if (token < 0) {
            return Optional.empty();
        }
        double value = tokens.number[token];
        return Optional.of(value != 0 ? value : lexicon.value(word(token), number));
    }

    Optional<Integer> value(String element) {
        return number(element, 0).map(Double::intValue);
    }

    /** {@return the value of the token of one class that stands next to a token of another} */
    Optional<Integer> beside(String element, String other) {
        int number = lexicon.element(element);
        int neighbour = match.token(lexicon.element(other), 0);
        int best = -1;
        for (int n = 0; match.token(number, n) >= 0; n++) {
            int token = match.token(number, n);
            if (best < 0 || Math.abs(token - neighbour) < Math.abs(best - neighbour)) {
                best = token;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of((int) tokens.number[best]);
    }

    /** {@return the month that the expression names, not one next to it; 0 for none} */
    int month() {
        for (int i = match.from(); i < match.to(); i++) {
            int element = match.path()[i - match.first()];
            if (element == lexicon.element("$MONTH") || element == lexicon.element("$PLAINMONTH")) {
                return lexicon.value(word(i), element);
            }
        }
        return 0;
    }

    /** {@return the number right before the token of a class; 0 where none is} */
    double before(String element) {
        int token = match.token(lexicon.element(element), 0);
        return token > 0 ? tokens.number[token - 1] : 0;
    }

    /** {@return whether the expression, or the context, has a word} */
    boolean says(String word) {
        for (int i = match.first(); i < match.first() + match.path().length; i++) {
            if (word(i).equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the value of the first word that is of one of two classes} */
    Optional<Integer> either(String first, String second) {
        return value(first).or(() -> value(second));
    }

    private String word(int token) {
        return tokens.word(token).toLowerCase(Locale.ROOT);
    }

    /** {@return TIMEX3's mod, where a word sets one} */
    Optional<String> mod() {
        if (has("$EDGE")) {
            int edge = value("$EDGE").orElse(2);
            return Optional.of(edge == 1 ? "START" : edge == 3 ? "MID" : "END");
        }
        return mod(word(match.first())).or(() -> mod(word(match.from())));
    }

    private Optional<String> mod(String first) {
        return Optional.ofNullable(
                switch (first) {
                    case "early", "earlier" -> "START";
                    case "late", "later" -> "END";
                    case "mid" -> "MID";
                    case "about", "around", "nearly", "almost", "roughly", "approximately", "close" -> "APPROX";
                    case "more", "over", "well" -> "MORE_THAN";
                    case "less", "under" -> "LESS_THAN";
                    case "least" -> "EQUAL_OR_MORE";
                    case "at" -> says("least") ? "EQUAL_OR_MORE" : says("most") ? "EQUAL_OR_LESS" : null;
                    case "up" -> "EQUAL_OR_LESS";
                    default -> null;
                });
    }
}
