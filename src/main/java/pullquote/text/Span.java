package pullquote.text;

/**
 * A stretch of text, half-open: {@code start} is the first character's offset, {@code end} the one after the last.
 *
 * <p>Offsets are UTF-16 units of the text they were found in, as {@link String#substring(int, int)} takes them; the
 * published tables count code points, see {@link CodePoints}.
 *
 * @param start offset of the first character, at least 0
 * @param end offset after the last character, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Span needs 0 <= start <= end, got " + start + ".." + end);
        }
    }

    /** {@return the text between the offsets} */
    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }

    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    /** {@return whether the two share at least one character} */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** {@return whether no character of the other lies outside this one} */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /** {@return this span moved by so many characters} */
    public Span shift(int by) {
        return new Span(start + by, end + by);
    }

    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }

    @Override
    public String toString() {
        return start + ".." + end;
    }
}
