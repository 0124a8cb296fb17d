package pullquote.dispatch;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The months as header lines and datelines print them, in the languages of the larger wires. */
final class MonthNames {
    private static final String[] FORMS = {
        "january jan januar january janvier janv enero ene janeiro gennaio gen jänner января",
        "february feb februar février fevrier févr febrero fevereiro fev febbraio февраля",
        "march mar märz mars marzo março marco марта",
        "april apr avril avr abril abr aprile апреля",
        "may mai mayo maio maggio mag мая",
        "june jun juni juin junio junho giugno giu июня",
        "july jul juli juillet juil julio julho luglio lug июля",
        "august aug août aout agosto ago августа",
        "september sept sep septembre septiembre setembro set settembre сентября",
        "october oct oktober okt octobre octubre outubro out ottobre ott октября",
        "november nov novembre noviembre novembro ноября",
        "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre декабря"
    };
    private static final Map<String, Integer> NUMBERS = numbers();

    /** Every form, longest first, as a regular expression without groups. */
    static final String PATTERN = Alternatives.of(NUMBERS.keySet(), " ");

    private MonthNames() {}

    /** {@return the month's number from 1; 0 for a name that is none} */
    static int number(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return NUMBERS.getOrDefault(key.endsWith(".") ? key.substring(0, key.length() - 1) : key, 0);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < FORMS.length; i++) {
            for (String form : FORMS[i].split(" ")) {
                numbers.put(form, i + 1);
            }
        }
        return Map.copyOf(numbers);
    }
}
