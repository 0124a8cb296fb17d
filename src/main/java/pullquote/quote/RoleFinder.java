package pullquote.quote;

import java.util.ArrayList;
import java.util.List;

/** Finds, given a cue, the tokens of its source and of its content. */
final class RoleFinder {
    static final int SOURCE = 1, CONTENT = 2;
    private static final byte[] LABELS = {0, 2, 1, 0, 2};
    private static final int EDGES = 9;
    /** Where some content is at least this likely, the likeliest is read; the confidence model judges it. */
    private static final double REPORTED = 0.04;

    private static final double REPORTED_BY_SURE_CUE = 0.004;

    /** Where a source is at least this likely, one is read. */
    private static final double NAMED = 0.2;

    private final Weights weights;
    private final Chain.Powers powers;

    private final int readings;

    /**
     * @param weights of the model
     * @param readings so many readings of a cue are kept for the choice among them
     */
    RoleFinder(Weights weights, int readings) {
        this.weights = weights;
        this.readings = readings;
        powers = new Chain.Powers(weights.scale());
    }

    /** What was found for one cue. */
    static final class Roles {
        private final Window window;
        private final List<byte[]> labels;
        private final float[] behind;
        private final float[] sourceSureness;
        private final float[] contentSureness;

        private Roles(
                Window window, List<byte[]> labels, float[] behind, float[] sourceSureness, float[] contentSureness) {
            this.window = window;
            this.labels = labels;
            this.behind = behind;
            this.sourceSureness = sourceSureness;
            this.contentSureness = contentSureness;
        }

        /** {@return where it was looked for} */
        Window window() {
            return window;
        }

        /** {@return the likeliest readings, best first: for each token of the window 0 outside, 1 source, 2 content} */
        List<byte[]> labels() {
            return labels;
        }

        /** {@return by how much each reading's score is behind the best one's} */
        float[] behind() {
            return behind;
        }

        /** {@return for each token of the window the probability of being in the source} */
        float[] sourceSureness() {
            return sourceSureness;
        }

        /** {@return for each token of the window the probability of being in the content} */
        float[] contentSureness() {
            return contentSureness;
        }
    }

    /** Room to work in, for one passage after the other. */
    static final class Room {
        /** Room is made for longer passages than the one at hand, up to so many tokens. */
        private static final int MOST_AHEAD = 1 << 13;

        private final int width;
        private final int[] buffer = new int[RoleFeatures.MOST];
        private final long[] sum;
        private final long[][] known = new long[2][0];
        private final boolean[][] has = new boolean[2][0];
        private final long[] shared;
        private final int[] seen = new int[RoleFeatures.GROUPS * RoleFeatures.KEYS];
        private final Work work = new Work();
        private int turn;

        private Room(int width) {
            this.width = width;
            sum = new long[width];
            shared = new long[seen.length * width];
        }

        private void make(int tokens) {
            for (int side = 0; side < 2; side++) {
                if (has[side].length < tokens) {
                    int room = Math.max(tokens, Math.min(2 * has[side].length, MOST_AHEAD));
                    known[side] = new long[room * width];
                    has[side] = new boolean[room];
                } else {
                    java.util.Arrays.fill(has[side], 0, tokens, false);
                }
            }
        }
    }

    Room room() {
        return new Room(weights.width());
    }

    /** The work for one passage: what is the same for all cues on one side of a token is added up once. */
    final class Pass {
        private final RoleFeatures features;
        private final Between between;
        private final Room room;
        private final int[] buffer;

        Pass(Passage p, float[] cueness, Room room) {
            features = new RoleFeatures(p, cueness);
            between = new Between(p, cueness);
            this.room = room;
            buffer = room.buffer;
            room.make(p.size);
        }

        /** {@return the roles of the tokens around a cue: those of a window that are to be looked at} */
        Roles find(Cue cue, Window window, int[] tokens) {
            int length = tokens.length;
            features.turnTo(cue.from(), cue.to(), cue.head());
            between.turnTo(cue.from(), cue.to());
            room.turn++;
            room.work.make(length * EDGES);
            for (int i = 0; i < length; i++) {
                int token = tokens[i];
                java.util.Arrays.fill(room.sum, 0);
                weights.add(buffer, features.place(token, buffer, between), room.sum, 0);
                int side = features.side(token);
                if (side < 2) {
                    plus(fixed(token, side), token * room.width);
                    for (int group = 0; group < RoleFeatures.GROUPS; group++) {
                        plus(room.shared, shared(group));
                    }
                }
                weights.read(room.sum, 0, room.work.sums, i * EDGES);
            }
            return decode(window, tokens, room.work, cue.probability() > 0.8);
        }

        private long[] fixed(int token, int side) {
            long[] sums = room.known[side];
            if (!room.has[side][token]) {
                room.has[side][token] = true;
                add(sums, token * room.width, features.fixed(token, side, buffer));
            }
            return sums;
        }

        /** {@return where the sums stand of what a token shares with others around the same cue} */
        private int shared(int group) {
            int key = group * RoleFeatures.KEYS + features.key(group);
            if (room.seen[key] != room.turn) {
                room.seen[key] = room.turn;
                add(room.shared, key * room.width, features.shared(group, buffer));
            }
            return key * room.width;
        }

        private void plus(long[] more, int from) {
            for (int k = 0; k < room.width; k++) {
                room.sum[k] += more[from + k];
            }
        }

        private void add(long[] sums, int from, int count) {
            java.util.Arrays.fill(sums, from, from + room.width, 0);
            weights.add(buffer, count, sums, from);
        }
    }

    /** Room to work in, for one cue after the other. */
    private static final class Work {
        final Chain.Work chain = new Chain.Work();
        int[] sums = new int[0];
        float[] scores = new float[0];
        float[] edges = new float[0];

        void make(int length) {
            if (sums.length < length) {
                sums = new int[length * 2];
                scores = new float[length * 2];
                edges = new float[length * 2];
            }
        }
    }

    /** Reads what was added up for the tokens around a cue. */
    private Roles decode(Window window, int[] tokens, Work work, boolean sureCue) {
        int length = tokens.length;
        float[] scores = work.scores;
        for (int i = 0; i < length * EDGES; i++) {
            scores[i] = work.sums[i] * weights.scale();
        }
        float[] edges = work.edges;
        Chain.ROLES.edgeProbabilities(work.sums, length, powers, work.chain, edges);
        float[] source = new float[length];
        float[] content = new float[length];
        double named = 0;
        for (int i = 0; i < length; i++) {
            int at = i * EDGES;
            named += edges[at + 1] + edges[at + 7];
            source[i] = edges[at + 1] + edges[at + 4] + edges[at + 7];
            content[i] = edges[at + 2] + edges[at + 5] + edges[at + 8];
        }
        int surest = 0;
        for (int i = 1; i < length; i++) {
            surest = content[i] > content[surest] ? i : surest;
        }
        int last = named > NAMED ? 2 : 0;
        LikeliestPaths paths = new LikeliestPaths(Chain.ROLES, scores, length, readings, last, -1);
        if (paths.count() > 0
                && isEmpty(paths.states(0))
                && content[surest] > (sureCue ? REPORTED_BY_SURE_CUE : REPORTED)) {
            paths = new LikeliestPaths(Chain.ROLES, scores, length, readings, last, surest);
        }
        List<byte[]> labels = new ArrayList<>();
        float[] behind = new float[paths.count()];
        for (int k = 0; k < paths.count(); k++) {
            labels.add(labels(window, tokens, paths.states(k)));
            behind[k] = paths.behind(k);
        }
        return new Roles(window, labels, behind, spread(window, tokens, source), spread(window, tokens, content));
    }

    /** Labels for every token of the window; what was passed over within a quotation goes with the token before. */
    private static byte[] labels(Window window, int[] tokens, byte[] states) {
        byte[] labels = new byte[window.to() - window.from()];
        for (int i = 0; i < tokens.length; i++) {
            int next = i + 1 < tokens.length ? tokens[i + 1] : window.to();
            java.util.Arrays.fill(labels, tokens[i] - window.from(), next - window.from(), LABELS[states[i]]);
        }
        return labels;
    }

    private static float[] spread(Window window, int[] tokens, float[] sureness) {
        float[] all = new float[window.to() - window.from()];
        for (int i = 0; i < tokens.length; i++) {
            int next = i + 1 < tokens.length ? tokens[i + 1] : window.to();
            java.util.Arrays.fill(all, tokens[i] - window.from(), next - window.from(), sureness[i]);
        }
        return all;
    }

    private static boolean isEmpty(byte[] states) {
        for (byte state : states) {
            if (state == 1 || state == 4) {
                return false;
            }
        }
        return true;
    }
}
