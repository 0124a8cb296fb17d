package pullquote.quote;

/** Finds, given a cue, the tokens of its source and of its content. */
final class RoleFinder {
    static final int SOURCE = 1, CONTENT = 2;
    private static final int[] LABELS = {0, 2, 1, 0, 2};
    private static final double NAMED = 0.35;

    private final Weights weights;

    RoleFinder(Weights weights) {
        this.weights = weights;
    }

    /** What was found for one cue. */
    static final class Roles {
        private final Window window;
        private final int[] labels;
        private final float[] sourceSureness;
        private final float[] contentSureness;

        private Roles(Window window, int[] labels, float[] sourceSureness, float[] contentSureness) {
            this.window = window;
            this.labels = labels;
            this.sourceSureness = sourceSureness;
            this.contentSureness = contentSureness;
        }

        /** {@return where it was looked for} */
        Window window() {
            return window;
        }

        /** {@return for each token of the window 0 outside, 1 source, 2 content} */
        int[] labels() {
            return labels;
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

    Roles find(Passage p, Cue cue, RoleFeatures features, Between between) {
        Window window = Window.around(p, cue.from(), cue.to());
        int length = window.to() - window.from();
        features.turnTo(cue.from(), cue.to(), cue.head());
        between.turnTo(cue.from(), cue.to());
        int[] buffer = new int[RoleFeatures.MOST];
        int[] sums = new int[length * 9];
        for (int i = 0; i < length; i++) {
            int token = window.from() + i;
            int side = features.side(token);
            if (side < 2) {
                add(sums, i * 9, buffer, features.fixed(token, side, buffer));
            }
            add(sums, i * 9, buffer, features.relative(token, buffer, between));
        }
        float[] scores = new float[length * 9];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = sums[i] * weights.scale();
        }
        float[] edges = new float[length * 9];
        Chain.ROLES.edgeProbabilities(scores, length, edges);
        float[] source = new float[length];
        float[] content = new float[length];
        double named = 0;
        for (int i = 0; i < length; i++) {
            named += edges[i * 9 + 1] + edges[i * 9 + 7];
        }
        int[] path = new int[length];
        Chain.ROLES.best(scores, length, path, named > NAMED ? 2 : 0);
        for (int i = 0; i < length; i++) {
            path[i] = LABELS[path[i]];
            source[i] = edges[i * 9 + 1] + edges[i * 9 + 4] + edges[i * 9 + 7];
            content[i] = edges[i * 9 + 2] + edges[i * 9 + 5] + edges[i * 9 + 8];
        }
        return new Roles(window, path, source, content);
    }

    private void add(int[] sums, int offset, int[] features, int count) {
        for (int f = 0; f < count; f++) {
            weights.add(features[f], sums, offset);
        }
    }
}
