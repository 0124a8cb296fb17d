package pullquote.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;

/**
 * Tells to whom something was said and through which outlet it came: a log-linear model over the noun phrases around
 * the cue, each of which is an addressee, an outlet or neither.
 */
final class Parties {
    static final int ADDRESSEE = 0, VIA = 1, NEITHER = 2;

    private static final int MOST = Weights.FEW;

    /** An addressee or outlet is named where it is at least this likely. */
    private static final double[] LIKELY = {0.4, 0.22};

    /** "told reporters Monday": no part of a name or description. */
    private static final WordSet DAYS = WordSet.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "today",
            "yesterday",
            "tomorrow");

    private final Weights weights;
    private final Set<String> outlets;
    private final Set<String> quoting;
    private final Acts acts;

    /**
     * @param weights of the model
     * @param lists with the words for outlets
     */
    Parties(Weights weights, WordLists lists) {
        this.weights = weights;
        acts = new Acts(lists);
        outlets = lists.section("outlets");
        quoting = Set.of("quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing");
    }

    /** {@return the findings with those they were said to and those they came through} */
    List<Finding> name(Passage p, List<Finding> findings) {
        List<Finding> named = new ArrayList<>();
        int[] buffer = new int[MOST];
        long[] sum = new long[weights.width()];
        int[] scores = new int[3];
        for (int i = 0; i < findings.size(); i++) {
            Finding f = findings.get(i);
            if (f.cue() == null || !f.expressed()) {
                named.add(f);
                continue;
            }
            Around around = new Around(p, findings, i);
            Range[] best = new Range[2];
            double[] most = LIKELY.clone();
            for (Range phrase : around.phrases) {
                java.util.Arrays.fill(sum, 0);
                weights.add(buffer, around.features(phrase, buffer), sum, 0);
                weights.read(sum, 0, scores, 0);
                double to = Math.exp((scores[ADDRESSEE] - scores[NEITHER]) * (double) weights.scale());
                double by = Math.exp((scores[VIA] - scores[NEITHER]) * (double) weights.scale());
                double all = 1 + to + by;
                int role = to > by ? ADDRESSEE : VIA;
                double chance = Math.max(to, by) / all;
                if (chance > most[role]) {
                    most[role] = chance;
                    best[role] = phrase;
                }
            }
            named.add(f.with(best[ADDRESSEE], best[VIA]));
        }
        return named;
    }

    Around around(Passage p, List<Finding> findings, int number) {
        return new Around(p, findings, number);
    }

    /** The noun phrases around one finding's cue, and what they show. */
    final class Around {
        /** So far from the cue, in tokens of its sentence. */
        private static final int REACH = 40;

        private static final int LONGEST = 12;
        private static final int NEAR = 4;

        final List<Range> phrases = new ArrayList<>();
        private final Passage p;
        private final Finding f;
        private final Cue cue;
        private final List<Finding> others = new ArrayList<>();
        private final int contentAfter;
        private final boolean quotes;

        private Around(Passage p, List<Finding> findings, int number) {
            this.p = p;
            f = findings.get(number);
            Cue whole = java.util.Objects.requireNonNull(f.cue());
            // "told reporters", "wrote on its website": what follows the head of a cue names someone
            cue = new Cue(
                    whole.from(), whole.head() + 1, whole.head(), whole.probability(), whole.lead(), whole.leadEnd());
            for (int j = Math.max(0, number - NEAR); j < Math.min(findings.size(), number + NEAR + 1); j++) {
                if (j != number) {
                    others.add(findings.get(j));
                }
            }
            int after = p.size;
            for (Range r : f.content()) {
                after = r.from() >= cue.to() ? Math.min(after, r.from()) : after;
            }
            contentAfter = after;
            boolean any = cue.lead() >= 0;
            for (int i = cue.from(); i < cue.to(); i++) {
                any |= quoting.contains(NameFinder.lower(p, i));
            }
            quotes = any;
            collect();
        }

        private void collect() {
            int sentence = p.tokens.sentenceOf(cue.from());
            int to = Math.min(p.tokens.sentenceEnd(sentence), cue.to() + REACH);
            for (int i = Math.max(p.tokens.sentenceStart(sentence), cue.from() - REACH); i < to; i++) {
                if (isFree(i) && p.isNominal(i)) {
                    Range phrase = phrase(i, to);
                    if (phrase != null) {
                        phrases.add(phrase);
                        i = phrase.to() - 1;
                    }
                }
            }
        }

        private boolean isFree(int i) {
            Range source = f.source();
            return !cue.holds(i)
                    && (source == null || !source.contains(i))
                    && f.content().stream().noneMatch(r -> r.contains(i));
        }

        private @Nullable Range phrase(int from, int limit) {
            int to = from;
            int head = -1;
            while (to < limit && to - from < LONGEST && isFree(to)) {
                boolean joins = to > from
                        && to + 1 < limit
                        && (p.tokens.is(to, "of") || (p.tag(to) == Tags.CCONJ && p.tag(to + 1) == p.tag(to - 1)))
                        && p.isNominal(to + 1);
                boolean starts = to > from && p.tag(to) == Tags.DET && !p.tokens.is(to - 1, "of");
                if (starts || DAYS.has(p.word(to)) || !(p.isNominal(to) || joins)) {
                    break;
                }
                if (p.tag(to) == Tags.NOUN || p.tag(to) == Tags.PROPN || p.tag(to) == Tags.PRON) {
                    head = to;
                }
                to++;
            }
            return head < 0 ? null : new Range(from, head + 1);
        }

        /** Whether a cue reports, plainly says or does something else. */
        private int says(Cue said) {
            Act act = acts.act(p, said);
            return act == Act.REPORTED ? 1 : act == Act.SAID ? 2 : 0;
        }

        private int head(Range phrase) {
            for (int i = phrase.from() + 1; i < phrase.to(); i++) {
                if (p.tokens.is(i, "of")) {
                    return i - 1;
                }
            }
            return phrase.to() - 1;
        }

        /** Writes the features of a phrase and returns how many. */
        int features(Range phrase, int[] out) {
            int n = 0;
            int[] w = p.words;
            int[] t = p.tags;
            int a = phrase.from() + Passage.MARGIN;
            int b = phrase.to() + Passage.MARGIN;
            int head = head(phrase) + Passage.MARGIN;
            int word = p.word(cue.head());
            boolean after = phrase.from() >= cue.to();
            int begin = cue.lead() >= phrase.to() ? cue.lead() : cue.from();
            int tokens = after ? phrase.from() - cue.to() : begin - phrase.to();
            int distance = (after ? 8 : 0) + (tokens < 4 ? Math.max(0, tokens) : tokens < 7 ? 4 : tokens < 13 ? 5 : 6);
            int gap = after ? phrase.to() <= contentAfter ? 1 : 2 : 0;
            int outlet = 0;
            for (int i = phrase.from(); i < phrase.to(); i++) {
                outlet |= outlets.contains(NameFinder.lower(p, i)) ? 1 : 0;
            }
            int name = p.tag(phrase.to() - 1) == Tags.PROPN ? 2 : 0;
            int between = 0;
            for (Range other : phrases) {
                between += after
                        ? other.from() >= cue.to() && other.to() <= phrase.from() ? 1 : 0
                        : other.from() >= phrase.to() && other.to() <= cue.from() ? 1 : 0;
            }
            between = Math.min(between, 3);
            out[n++] = Mix.of(5001, word, distance);
            out[n++] = Mix.of(5002, word, w[a - 1], gap);
            out[n++] = Mix.of(5003, w[a - 1], w[head]);
            out[n++] = Mix.of(5004, w[a - 1], outlet + name, gap);
            out[n++] = Mix.of(5005, w[head], gap);
            out[n++] = Mix.of(5006, p.clusters[head], w[a - 1], gap);
            out[n++] = Mix.of(5007, w[b], gap, outlet + name);
            out[n++] = Mix.of(5008, t[b], gap, outlet + name);
            out[n++] = Mix.of(5009, word, gap, t[head]);
            out[n++] = Mix.of(5010, w[a - 1], distance, outlet);
            out[n++] = Mix.of(5011, w[a - 2], w[a - 1], gap);
            out[n++] = Mix.of(5012, distance, between, gap);
            out[n++] = Mix.of(5013, p.coarse[head], gap, word);
            out[n++] = Mix.of(5014, quotes ? 1 : 0, distance, between);
            out[n++] = Mix.of(5015, quotes ? 1 : 0, w[a - 1], outlet + name);
            out[n++] = Mix.of(5016, p.tag(cue.head()), p.tag(cue.from()), distance);
            out[n++] = Mix.of(5017, p.word(cue.from()), word, gap);
            out[n++] = Mix.of(5018, w[b], w[b + 1], outlet + name);
            out[n++] = Mix.of(5019, f.source() == null ? 1 : 0, gap, word);
            out[n++] = Mix.of(5023, w[a - 1], outlet);
            out[n++] = Mix.of(5024, outlet, gap);
            out[n++] = Mix.of(5025, w[a - 1], outlet, p.tag(cue.head()));
            out[n++] = Mix.of(5026, t[b], outlet, quotes ? 1 : 0);
            for (Finding other : others) {
                Range source = other.source();
                Cue said = other.cue();
                if (source != null && said != null && source.overlaps(phrase)) {
                    int held = other.holds(f) ? 1 : f.holds(other) ? 2 : 0;
                    out[n++] = Mix.of(5020, held, outlet + name, gap);
                    out[n++] = Mix.of(5027, held, outlet);
                    out[n++] = Mix.of(5028, held, says(said), after ? 1 : 0);
                    out[n++] = Mix.of(5021, held, p.word(said.head()), outlet);
                    break;
                }
            }
            out[n++] = Mix.of(5022, 0);
            return n;
        }
    }
}
