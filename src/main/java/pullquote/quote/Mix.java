package pullquote.quote;

/** Integer hashing of features: a template's number and the atoms it joins, never a string. */
final class Mix {
    private Mix() {}

    static int of(int template, int a) {
        return finish(step(template * 0x9E3779B1, a));
    }

    static int of(int template, int a, int b) {
        return finish(step(step(template * 0x9E3779B1, a), b));
    }

    static int of(int template, int a, int b, int c) {
        return on(start(template, a, b), c);
    }

    /** {@return what a template's hashes of two first atoms have in common: {@link #on} takes the third} */
    static int start(int template, int a, int b) {
        return step(step(template * 0x9E3779B1, a), b);
    }

    static int on(int start, int c) {
        return finish(step(start, c));
    }

    /** {@return the hash of a stretch of characters, ASCII letters in lower case} */
    static int lower(CharSequence text, int from, int to) {
        int h = to - from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                c = (char) (c + 32);
            } else if (c == '’') {
                c = '\'';
            } else if (c >= 0xC0) {
                c = Character.toLowerCase(c);
            }
            h = step(h, c);
        }
        return finish(h);
    }

    private static int step(int h, int value) {
        int k = (h ^ value) * 0xCC9E2D51;
        return k ^ (k >>> 15);
    }

    private static int finish(int h) {
        int k = h * 0x85EBCA6B;
        return k ^ (k >>> 14);
    }
}
