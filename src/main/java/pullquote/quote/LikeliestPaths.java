package pullquote.quote;

import java.util.Arrays;

/**
 * The few likeliest ways through a chain, best first. The best completion from every state is worked out once, backwards;
 * each further way leaves one already found at a single step and then goes the best way on (Eppstein's sidetracks).
 */
final class LikeliestPaths {
    private static final float NEVER = Float.NEGATIVE_INFINITY;

    /** Ways that far behind the best one are of no interest. */
    private static final float FAR = 12;

    /** More than sums of scores are rounded by. */
    private static final float SLACK = 0.01f;

    private final Chain chain;
    private final float[] scores;
    private final int length;
    private final int content;
    private final float[] best;
    private final byte[] next;
    /** By how much every other step from a state is behind the best one, at least. */
    private final float[] margin;

    private final int most;
    private final byte[][] ways;
    private final float[] behind;
    private int count;

    // ways not yet taken, nearest first: by how much behind, which way they leave, with which token, to which state
    private final float[] losses;
    private final int[] parents;
    private final int[] tokens;
    private final int[] states;
    private int pending;

    /**
     * @param scores of each token's edges
     * @param length how many tokens
     * @param most how many ways
     * @param lastState a way must end in this state or one numbered higher
     * @param content a token that a way must give to the content, or -1
     */
    LikeliestPaths(Chain chain, float[] scores, int length, int most, int lastState, int content) {
        this.chain = chain;
        this.scores = scores;
        this.length = length;
        this.most = most;
        this.content = content;
        best = new float[(length + 1) * chain.states];
        next = new byte[length * chain.states];
        margin = new float[length * chain.states];
        ways = new byte[most][];
        behind = new float[most];
        losses = new float[most];
        parents = new int[most];
        tokens = new int[most];
        states = new int[most];
        complete(lastState);
        if (best[0] > NEVER) {
            take(0, -1, -1, 0);
            while (count < most && pending > 0) {
                takeNearest();
            }
        }
    }

    /** Works out the best completion from every state before every token. */
    private void complete(int lastState) {
        int all = chain.states;
        Arrays.fill(best, length * all, length * all + lastState, NEVER);
        float[] scored = new float[chain.firstStep(all)];
        for (int i = length - 1; i >= 0; i--) {
            for (int s = 0; s < scored.length; s++) {
                scored[s] = score(i, s);
            }
            for (int a = 0; a < all; a++) {
                int first = chain.firstStep(a);
                float most = scored[first];
                float second = NEVER;
                int to = first;
                for (int s = first + 1; s < chain.firstStep(a + 1); s++) {
                    float score = scored[s];
                    boolean better = score > most;
                    float worse = better ? most : score;
                    second = worse > second ? worse : second;
                    to = better ? s : to;
                    most = better ? score : most;
                }
                best[i * all + a] = most;
                next[i * all + a] = (byte) chain.reached(to);
                margin[i * all + a] = second > NEVER ? most - second : Float.POSITIVE_INFINITY;
            }
        }
    }

    /** The best score from before a token to the end if the token takes this step. */
    private float score(int token, int step) {
        int state = chain.reached(step);
        return token == content && state != 1 && state != 4
                ? NEVER
                : scores[token * chain.edges + chain.edge(step)] + best[(token + 1) * chain.states + state];
    }

    private void takeNearest() {
        float loss = losses[0];
        int parent = parents[0];
        int token = tokens[0];
        int state = states[0];
        pending--;
        System.arraycopy(losses, 1, losses, 0, pending);
        System.arraycopy(parents, 1, parents, 0, pending);
        System.arraycopy(tokens, 1, tokens, 0, pending);
        System.arraycopy(states, 1, states, 0, pending);
        take(loss, parent, token, state);
    }

    /** Takes a way that leaves its parent with a token, and notes the ways that leave it later. */
    private void take(float loss, int parent, int token, int state) {
        byte[] way = parent < 0 ? new byte[length] : Arrays.copyOf(ways[parent], length);
        int at = 0;
        int from = 0;
        if (token >= 0) {
            way[token] = (byte) state;
            at = state;
            from = token + 1;
        }
        int number = count++;
        ways[number] = way;
        behind[number] = loss;
        for (int i = from; i < length; i++) {
            int to = next[i * chain.states + at];
            // few tokens have another step that is near enough
            if (loss + margin[i * chain.states + at] < limit() + SLACK) {
                float whole = best[i * chain.states + at];
                for (int s = chain.firstStep(at); s < chain.firstStep(at + 1); s++) {
                    if (chain.reached(s) != to) {
                        note(loss + whole - score(i, s), number, i, chain.reached(s));
                    }
                }
            }
            way[i] = (byte) to;
            at = to;
        }
    }

    /** {@return ways that are not less behind the best one than this are not needed} */
    private float limit() {
        int room = most - count;
        return room == 0 ? 0 : pending < room ? FAR : Math.min(FAR, losses[room - 1]);
    }

    private void note(float loss, int parent, int token, int state) {
        if (!(loss < limit())) {
            return;
        }
        pending = Math.min(pending + 1, most - count);
        int at = pending - 1;
        while (at > 0 && losses[at - 1] > loss) {
            losses[at] = losses[at - 1];
            parents[at] = parents[at - 1];
            tokens[at] = tokens[at - 1];
            states[at] = states[at - 1];
            at--;
        }
        losses[at] = loss;
        parents[at] = parent;
        tokens[at] = token;
        states[at] = state;
    }

    /** {@return how many ways there are, up to as many as were asked for} */
    int count() {
        return count;
    }

    /** {@return by how much the score of the k-th best way is behind the best one's} */
    float behind(int k) {
        return behind[k];
    }

    /** {@return the states of the k-th best way, token by token} */
    byte[] states(int k) {
        return ways[k];
    }
}
