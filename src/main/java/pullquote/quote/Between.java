package pullquote.quote;

/**
 * What lies between a cue and each token of its window, counted from running totals: quotation marks, commas, other
 * cues, verbs, capitals, "that". Counts are capped at three.
 */
final class Between {
    private final int[] totals;
    private int cueFrom;
    private int cueTo;

    Between(Passage p, float[] cueness) {
        totals = new int[(p.size + 1) * 6];
        for (int i = 0; i < p.size; i++) {
            int at = i * 6;
            int next = at + 6;
            System.arraycopy(totals, at, totals, next, 6);
            int state = p.state(i, 0);
            char c = p.tokens.first(i);
            totals[next] += state == Passage.OPENS || state == Passage.CLOSES ? 1 : 0;
            totals[next + 1] +=
                    c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '—' || c == '-' ? 1 : 0;
            totals[next + 2] += cueness[i] > 0.4f && (i == 0 || cueness[i - 1] <= 0.4f) ? 1 : 0;
            int tag = p.tag(i);
            totals[next + 3] += tag == Tags.VERB || tag == Tags.AUX ? 1 : 0;
            int shape = p.shape(i);
            totals[next + 4] += shape == Passage.CAPITALIZED || shape == Passage.CAPITALS ? 1 : 0;
            totals[next + 5] += p.tokens.is(i, "that") ? 1 : 0;
        }
    }

    void turnTo(int from, int to) {
        cueFrom = from;
        cueTo = to;
    }

    private int count(int i, int what) {
        int a = i < cueFrom ? i + 1 : cueTo;
        int b = i < cueFrom ? cueFrom : i;
        return b <= a ? 0 : Math.min(3, totals[b * 6 + what] - totals[a * 6 + what]);
    }

    int quotes(int i) {
        return count(i, 0);
    }

    int commas(int i) {
        return count(i, 1);
    }

    int cues(int i) {
        return count(i, 2);
    }

    int verbs(int i) {
        return count(i, 3);
    }

    int caps(int i) {
        return Math.min(1, count(i, 4));
    }

    int that(int i) {
        return Math.min(1, count(i, 5));
    }
}
