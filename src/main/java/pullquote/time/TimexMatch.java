package pullquote.time;

/**
 * Tokens that a rule fits: {@code lead} of them before the expression and {@code trail} after it only stand beside it.
 *
 * @param rule the rule
 * @param first the first token, context included
 * @param path the element that each token was taken for
 * @param lead how many tokens before the expression are context
 * @param trail how many tokens after it are
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never handed out
record TimexMatch(TimexRule rule, int first, int[] path, int lead, int trail) {
    /** {@return the expression's first token} */
    int from() {
        return first + lead;
    }

    /** {@return the token after the expression} */
    int to() {
        return first + path.length - trail;
    }

    /** {@return the n-th token that was taken for an element, counted from 0; -1 where there are fewer} */
    int token(int element, int n) {
        int left = n;
        for (int i = 0; i < path.length; i++) {
            if (path[i] == element && left-- == 0) {
                return first + i;
            }
        }
        return -1;
    }

    boolean has(int element) {
        return token(element, 0) >= 0;
    }
}
