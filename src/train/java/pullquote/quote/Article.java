package pullquote.quote;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import pullquote.text.Tokens;

/** An article with its attributions laid over tokens, edges trimmed of punctuation as the scorer does. */
final class Article {
    final Gold gold;
    final Passage passage;
    final List<Marked> marked = new ArrayList<>();

    /** From here on a token is taken for a cue by PolNeAR's guidelines, and for one that may be. */
    private static final float LIKELY = 0.5f;

    private static final float DOUBT = 0.15f;

    private final BitSet within = new BitSet();
    private float[] politics;

    /** One attribution as token ranges. */
    record Marked(
            List<int[]> source, List<int[]> cue, List<int[]> content, List<int[]> via, List<int[]> addressee) {

        /** {@return the piece of the cue that source and content are looked for around} */
        Cue anchor(Passage p) {
            Cue first = Cue.of(p, cue.get(0)[0], cue.get(0)[1], 1);
            for (int[] piece : cue.subList(1, cue.size())) {
                Cue next = Cue.of(p, piece[0], piece[1], 1);
                if (next.isSecondPiece(p)) {
                    return next.after(first);
                }
            }
            return first;
        }
    }

    Article(Gold gold, Lexicon lexicon, Tagger tagger) {
        this.gold = gold;
        passage = new Passage(Tokens.of(gold.text(), gold.start()), lexicon);
        tagger.tag(passage);
        politics = new float[passage.size];
        for (Gold.Attribution a : gold.attributions()) {
            marked.add(new Marked(
                    ranges(a.source()), ranges(a.cue()), ranges(a.content()), ranges(a.via()), ranges(a.addressee())));
        }
        marked.forEach(m -> m.content().forEach(r -> within.set(r[0], r[1])));
    }

    /** Takes in how likely each token of wire copy is to be a cue by PolNeAR's guidelines, thoughts and attitudes included. */
    void otherGuidelines(float[] likely) {
        politics = likely;
    }

    /** Takes in that within content PolNeAR marks no cues: reporting verbs there may be some. */
    void otherGuidelines(Acts acts) {
        for (int i = within.nextSetBit(0); i >= 0; i = within.nextSetBit(i + 1)) {
            String lemma = acts.lemma(passage.tokens.word(i));
            if (passage.tag(i) == Tags.VERB && acts.knows(lemma)) {
                politics[i] = (LIKELY + DOUBT) / 2;
            }
        }
    }

    /** {@return whether a token that is not marked may be a cue by the other guidelines} */
    boolean isOpen(int token) {
        return politics[token] > DOUBT;
    }

    /** {@return whether a token of wire copy is a cue by the other guidelines} */
    boolean isLikely(int token) {
        return gold.wire() && politics[token] > LIKELY;
    }

    /** Whether an attribution in gold has the same source and at least half the content. */
    boolean holds(Finding f) {
        for (Marked m : marked) {
            int shared = 0;
            int gold = 0;
            int found = 0;
            for (int[] r : m.content()) {
                gold += r[1] - r[0];
                for (Finding.Range x : f.content()) {
                    shared += Math.max(0, Math.min(r[1], x.to()) - Math.max(r[0], x.from()));
                }
            }
            for (Finding.Range x : f.content()) {
                found += x.to() - x.from();
            }
            if (shared * 2 < gold + found - shared) {
                continue;
            }
            Finding.Range source = f.source();
            if (source == null && m.source().isEmpty()) {
                return true;
            }
            for (int[] r : m.source()) {
                if (source != null && r[0] < source.to() && source.from() < r[1]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@return which of a cue's readings is an attribution in gold, as far as the window reaches; -1 where none is} */
    int right(Cue cue, Window window, List<Reading> readings) {
        int half = -1;
        for (Marked m : marked) {
            if (m.cue().stream().noneMatch(r -> r[0] < cue.to() && cue.from() < r[1])) {
                continue;
            }
            List<Finding.Range> content = new ArrayList<>();
            for (int[] r : m.content()) {
                if (r[0] < window.to() && window.from() < r[1]) {
                    content.add(new Finding.Range(Math.max(r[0], window.from()), Math.min(r[1], window.to())));
                }
            }
            Finding.Range source = m.source().isEmpty()
                    ? null
                    : new Finding.Range(m.source().get(m.source().size() - 1)[0], m.source().get(m.source().size() - 1)[1]);
            for (int k = 0; k < readings.size(); k++) {
                if (readings.get(k).content().equals(content)) {
                    if (java.util.Objects.equals(readings.get(k).source(), source)) {
                        return k;
                    }
                    half = half < 0 ? k : half;
                }
            }
        }
        return half;
    }

    private List<int[]> ranges(List<int[]> spans) {
        Tokens t = passage.tokens;
        boolean[] in = new boolean[t.size()];
        for (int[] span : spans) {
            int low = 0;
            int high = t.size();
            while (low < high) {
                int mid = (low + high) >>> 1;
                if (t.end(mid) <= span[0]) {
                    low = mid + 1;
                } else {
                    high = mid;
                }
            }
            for (int i = low; i < t.size() && t.start(i) < span[1]; i++) {
                in[i] = true;
            }
        }
        List<int[]> raw = new ArrayList<>();
        List<int[]> found = new ArrayList<>();
        for (int i = 0; i < in.length; i++) {
            if (!in[i]) {
                continue;
            }
            int from = i;
            while (i < in.length && in[i]) {
                i++;
            }
            raw.add(new int[] {from, i});
            int to = i;
            while (from < to && trims(from)) {
                from++;
            }
            while (to > from && trims(to - 1)) {
                to--;
            }
            if (from < to) {
                if (!found.isEmpty() && onlyMarks(found.get(found.size() - 1)[1], from)) {
                    found.get(found.size() - 1)[1] = to;
                } else {
                    found.add(new int[] {from, to});
                }
            }
        }
        return found.isEmpty() ? raw : found;
    }

    private boolean trims(int i) {
        return passage.shape(i) == Passage.MARK && "$%#@&+=£€¥°".indexOf(passage.tokens.first(i)) < 0;
    }

    private boolean onlyMarks(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!trims(i)) {
                return false;
            }
        }
        return true;
    }
}
