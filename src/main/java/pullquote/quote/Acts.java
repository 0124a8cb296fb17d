package pullquote.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a cue's head does: its base form and the speech act that names. */
final class Acts {
    private static final Map<String, Act> SECTIONS = Map.ofEntries(
            Map.entry("wrote", Act.WROTE),
            Map.entry("asked", Act.ASKED),
            Map.entry("demanded", Act.DEMANDED),
            Map.entry("promised", Act.PROMISED),
            Map.entry("announced", Act.ANNOUNCED),
            Map.entry("denied", Act.DENIED),
            Map.entry("refused", Act.REFUSED),
            Map.entry("ruled", Act.RULED),
            Map.entry("accused", Act.ACCUSED),
            Map.entry("praised", Act.PRAISED),
            Map.entry("warned", Act.WARNED),
            Map.entry("reported", Act.REPORTED),
            Map.entry("thought", Act.THOUGHT),
            Map.entry("planned", Act.PLANNED),
            Map.entry("said", Act.SAID));

    private final Map<String, Act> actOf = new HashMap<>();
    private final Map<String, String> irregular = new HashMap<>();

    Acts(WordLists lists) {
        // a word in several sections goes to the first of the enum's order, to plain saying last
        List<Act> order = new ArrayList<>(List.of(Act.values()));
        order.remove(Act.SAID);
        order.add(Act.SAID);
        for (Act act : order) {
            SECTIONS.forEach((section, of) -> {
                if (of == act) {
                    lists.section(section).forEach(word -> actOf.putIfAbsent(word, act));
                }
            });
        }
        for (String pair : lists.section("irregular")) {
            int equals = pair.indexOf('=');
            irregular.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    /** {@return the base form of a reporting word} */
    String lemma(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        String known = irregular.get(w);
        if (known != null) {
            return known;
        }
        if (actOf.containsKey(w)) {
            return w;
        }
        List<String> bases = bases(w);
        for (String base : bases) {
            if (actOf.containsKey(base)) {
                return base;
            }
        }
        return bases.isEmpty() ? w : bases.get(0);
    }

    private static List<String> bases(String w) {
        List<String> bases = new ArrayList<>();
        int n = w.length();
        if (n > 4 && w.endsWith("ies")) {
            bases.add(w.substring(0, n - 3) + "y");
        } else if (n > 4 && w.endsWith("ied")) {
            bases.add(w.substring(0, n - 3) + "y");
        } else if (n > 5 && w.endsWith("ing")) {
            stem(w.substring(0, n - 3), bases);
        } else if (n > 4 && w.endsWith("ed")) {
            stem(w.substring(0, n - 2), bases);
        } else if (n > 3 && w.endsWith("s") && !w.endsWith("ss")) {
            if (w.endsWith("es") && "hsxz".indexOf(w.charAt(n - 3)) >= 0) {
                bases.add(w.substring(0, n - 2));
            }
            bases.add(w.substring(0, n - 1));
        }
        return bases;
    }

    private static void stem(String stem, List<String> bases) {
        int n = stem.length();
        boolean doubled = n > 2 && stem.charAt(n - 1) == stem.charAt(n - 2);
        if (doubled && "lsfz".indexOf(stem.charAt(n - 1)) < 0) {
            bases.add(stem.substring(0, n - 1));
        }
        char last = stem.charAt(n - 1);
        boolean mute = last == 'c'
                || last == 'v'
                || last == 'z'
                || last == 'u'
                || (stem.endsWith("at") && n > 3)
                || stem.endsWith("iz")
                || stem.endsWith("os")
                || stem.endsWith("ar")
                || stem.endsWith("uc");
        if (mute) {
            bases.add(stem + "e");
            bases.add(stem);
        } else {
            bases.add(stem);
            bases.add(stem + "e");
        }
        if (doubled) {
            bases.add(stem.substring(0, n - 1));
        }
    }

    /** {@return what is done by a cue} */
    Act act(Passage p, Cue cue) {
        String lemma = lemma(p.tokens.word(cue.head()));
        String next = cue.head() + 1 < p.size ? NameFinder.lower(p, cue.head() + 1) : "";
        if (lemma.equals("call") && !next.equals("for") && !next.equals("on") && !next.equals("upon")) {
            return Act.SAID;
        }
        if (lemma.equals("ask") && (next.equals("for") || followedByInfinitive(p, cue))) {
            return Act.DEMANDED;
        }
        return actOf.getOrDefault(lemma, Act.SAID);
    }

    /** {@return whether a cue's word is in the lists at all} */
    boolean knows(String lemma) {
        return actOf.containsKey(lemma);
    }

    private static boolean followedByInfinitive(Passage p, Cue cue) {
        for (int i = cue.to(); i < Math.min(p.size, cue.to() + 5); i++) {
            if (p.tokens.is(i, "to")) {
                return true;
            }
            if (p.shape(i) == Passage.MARK) {
                return false;
            }
        }
        return false;
    }
}
