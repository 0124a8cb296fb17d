package pullquote.quote;

import java.util.ArrayList;
import java.util.List;
import pullquote.text.Tokens;

/** An article with its attributions laid over tokens, edges trimmed of punctuation as the scorer does. */
final class Article {
    final Gold gold;
    final Passage passage;
    final List<Marked> marked = new ArrayList<>();

    /** One attribution as token ranges. */
    record Marked(List<int[]> source, List<int[]> cue, List<int[]> content) {}

    Article(Gold gold, Lexicon lexicon, Tagger tagger) {
        this.gold = gold;
        passage = new Passage(Tokens.of(gold.text()), lexicon);
        tagger.tag(passage);
        for (Gold.Attribution a : gold.attributions()) {
            marked.add(new Marked(ranges(a.source()), ranges(a.cue()), ranges(a.content())));
        }
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
