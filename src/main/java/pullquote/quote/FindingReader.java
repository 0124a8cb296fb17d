package pullquote.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.quote.Finding.Range;

/** Reads the attributions out of a passage: cues, then each cue's source and content, then the choice among them. */
final class FindingReader {
    /** How many other cues there may be between a cue and what it attributes. */
    private static final int NEIGHBOURS = 6;

    /** One finding in sixty of cues less likely than this is ever kept; a fifth of all cues are. */
    private static final float WORTH_A_LOOK = 0.2f;

    private final CueFinder cueFinder;
    private final RoleFinder roleFinder;
    private final Confidence confidence;
    private final double threshold;
    private final Acts acts = new Acts(WordLists.read("words-en.txt"));

    FindingReader(CueFinder cueFinder, RoleFinder roleFinder, Confidence confidence, double threshold) {
        this.cueFinder = cueFinder;
        this.roleFinder = roleFinder;
        this.confidence = confidence;
        this.threshold = threshold;
    }

    List<Finding> read(Passage p) {
        List<Finding> all = new ArrayList<>();
        candidates(p, cueFinder.cueness(p), WORTH_A_LOOK, (finding, features, count) -> {
            double sure = confidence.of(features, count);
            if (sure >= (quoted(p, finding) ? QUOTED : threshold)) {
                all.add(finding.sure(sure));
            }
        });
        boolean[] english = English.paragraphs(p);
        all.removeIf(f -> !english[p.tokens.paragraphOf(f.first())]);
        List<Finding> chosen = new SecondCues(p, acts).split(new FindingChoice(p).choose(all));
        chosen.addAll(new LooseQuotes(p, acts, chosen).find());
        chosen.sort(java.util.Comparator.comparingInt(Finding::first));
        return new QuoteCompletion(p).complete(chosen);
    }

    /** Takes a finding whose confidence is still to be told. */
    interface Taker {
        void take(Finding finding, int[] features, int count);
    }

    void candidates(Passage p, float[] cueness, Taker taker) {
        candidates(p, cueness, 0, taker);
    }

    private void candidates(Passage p, float[] cueness, float least, Taker taker) {
        RoleFinder.Pass pass = roleFinder.new Pass(p, cueness);
        List<Cue> cues = cueFinder.cues(p, cueness);
        int[] buffer = new int[Confidence.MOST];
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            if (cue.probability() < least) {
                continue;
            }
            int from = i < NEIGHBOURS ? 0 : cues.get(i - NEIGHBOURS).to();
            int to = i + NEIGHBOURS < cues.size() ? cues.get(i + NEIGHBOURS).from() : p.size;
            RoleFinder.Roles roles =
                    pass.find(cue, Window.around(p, cue.from(), cue.to()).within(from, to));
            List<Range> content = ranges(p, roles, RoleFinder.CONTENT);
            if (!content.isEmpty()) {
                List<Range> sources = ranges(p, roles, RoleFinder.SOURCE);
                Range source = sources.isEmpty() ? null : sources.get(sources.size() - 1);
                Finding finding = new Finding(cue, source, content, null, 0, false, "cue");
                taker.take(finding, buffer, Confidence.features(p, cue, roles, finding, buffer));
            }
        }
    }

    /** Whether all of the content is a quotation of some length: such words are someone's, whatever the cue. */
    private static boolean quoted(Passage p, Finding f) {
        int tokens = 0;
        for (Range r : f.content()) {
            if (p.quotes.quoteOf(r.from()) < 0 || p.quotes.quoteOf(r.to() - 1) < 0) {
                return false;
            }
            tokens += r.to() - r.from();
        }
        return tokens >= 4;
    }

    private static final double QUOTED = 0.12;

    /** The runs of a label, punctuation trimmed off, runs with only punctuation between them joined. */
    private static List<Range> ranges(Passage p, RoleFinder.Roles roles, int label) {
        List<Range> ranges = new ArrayList<>();
        int[] labels = roles.labels();
        int base = roles.window().from();
        int i = 0;
        while (i < labels.length) {
            int from = i;
            while (i < labels.length && labels[i] == label) {
                i++;
            }
            Range range = trim(p, base + from, base + i);
            if (range != null) {
                Range last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
                if (last != null && onlyMarks(p, last.to(), range.from())) {
                    ranges.set(ranges.size() - 1, new Range(last.from(), range.to()));
                } else {
                    ranges.add(range);
                }
            }
            i = Math.max(i, from + 1);
        }
        return ranges;
    }

    private static @Nullable Range trim(Passage p, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && trims(p, from)) {
            from++;
        }
        while (to > from && trims(p, to - 1)) {
            to--;
        }
        return from < to ? new Range(from, to) : null;
    }

    /** {@return whether a token is punctuation that no part of an attribution begins or ends with} */
    static boolean trims(Passage p, int i) {
        return p.shape(i) == Passage.MARK && "$%#@&+=£€¥°".indexOf(p.tokens.first(i)) < 0;
    }

    static boolean onlyMarks(Passage p, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!trims(p, i)) {
                return false;
            }
        }
        return true;
    }
}
