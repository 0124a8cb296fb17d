package pullquote.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;

/**
 * Tells at whom an accusation or a demand is aimed, and puts the subject of a passive where it belongs: who "was accused
 * of" something accuses no one, who "was told" something told no one.
 */
final class Targets {
    /** Verbs whose passive has the one addressed for its subject. */
    private static final Set<String> TELLING = Set.of(
            "tell",
            "inform",
            "ask",
            "urge",
            "warn",
            "assure",
            "remind",
            "notify",
            "advise",
            "order",
            "brief",
            "instruct",
            "direct",
            "request",
            "invite",
            "encourage",
            "require",
            "summon");

    private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "being", "'s", "'re");

    /** How far before a cue its subject may end, and how long a noun phrase may be. */
    private static final int GAP = 3;

    private static final int LONGEST = 14;

    private final Passage p;
    private final Acts acts;

    Targets(Passage p, Acts acts) {
        this.p = p;
        this.acts = acts;
    }

    /** {@return whether a cue is a passive whose subject is the one addressed or accused} */
    boolean isTurned(Cue cue) {
        return isPassive(cue) && takesItsObject(cue);
    }

    private boolean takesItsObject(Cue cue) {
        return acts.act(p, cue) == Act.ACCUSED || TELLING.contains(acts.lemma(p.tokens.word(cue.head())));
    }

    /** {@return the finding, the subject of a passive no longer its source} */
    Finding turned(Finding f) {
        Cue cue = f.cue();
        Range source = f.source();
        if (cue == null || source == null || source.from() >= cue.from() || !isPassive(cue)) {
            return f;
        }
        if (source.to() - source.from() == 1 && p.tokens.is(source.from(), "it") && p.tokens.is(f.first(), "that")) {
            // "it was announced that": no one is named
            return f.from(null);
        }
        if (!takesItsObject(cue)) {
            return f;
        }
        return acts.act(p, cue) == Act.ACCUSED ? f.from(null) : f.from(null).with(source, f.via());
    }

    /** {@return at whom an accusation or a demand is aimed, or null} */
    @Nullable
    Range target(Finding f) {
        Cue cue = f.cue();
        if (cue == null) {
            return null;
        }
        return switch (acts.act(p, cue)) {
            case DEMANDED -> f.addressee();
            case ACCUSED -> isPassive(cue) ? before(cue) : after(f, cue);
            default -> null;
        };
    }

    private boolean isPassive(Cue cue) {
        String word = NameFinder.lower(p, cue.head());
        if (!(word.endsWith("ed") || word.equals("told") || word.endsWith("en"))) {
            return false;
        }
        int i = cue.head() - 1;
        while (i >= 0 && cue.head() - i < 4 && p.tag(i) == Tags.ADV) {
            i--;
        }
        return i >= 0 && BE.contains(NameFinder.lower(p, i));
    }

    /** The noun phrase that ends before a cue. */
    private @Nullable Range before(Cue cue) {
        int sentence = p.tokens.sentenceStart(p.tokens.sentenceOf(cue.from()));
        int to = cue.head();
        while (to > sentence && cue.head() - to <= GAP + 2 && !p.isNominal(to - 1)) {
            to--;
        }
        int from = to;
        while (from > sentence && to - from < LONGEST && (p.isNominal(from - 1) || joins(from - 1))) {
            from--;
        }
        return trimmed(from, to);
    }

    /** The noun phrase that follows a cue, before what it is accused of: in <i>accused the mayor of theft</i> the mayor. */
    private @Nullable Range after(Finding f, Cue cue) {
        int from = cue.head() + 1;
        int end = p.tokens.sentenceEnd(p.tokens.sentenceOf(cue.from()));
        while (from < end && from - cue.head() <= GAP && !p.isNominal(from)) {
            from++;
        }
        int to = from;
        while (to < end && to - from < LONGEST && (p.isNominal(to) || (to > from && possesses(f, to)))) {
            to++;
        }
        return trimmed(from, to);
    }

    private boolean joins(int i) {
        return p.tokens.is(i, "of") || p.tokens.is(i, "and");
    }

    /** "the head of the council of", "the police and the army of": the first words join, unless content begins there. */
    private boolean possesses(Finding f, int i) {
        boolean begins = f.content().stream().anyMatch(r -> r.from() == i);
        return !begins
                && i + 1 < p.size
                && p.isNominal(i + 1)
                && (p.tokens.is(i, "and") || (p.tokens.is(i, "of") && p.tokens.is(i + 1, "the")));
    }

    private @Nullable Range trimmed(int begin, int end) {
        int from = begin;
        while (from < end && joins(from)) {
            from++;
        }
        for (int i = from; i < end; i++) {
            int tag = p.tag(i);
            if (tag == Tags.NOUN || tag == Tags.PROPN || tag == Tags.PRON) {
                return new Range(from, end);
            }
        }
        return null;
    }
}
