package pullquote.quote;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads learned models from the class path. */
final class Models {
    private Models() {}

    static Weights read(InputStream stream) throws IOException {
        return Weights.read(new DataInputStream(new BufferedInputStream(stream, 1 << 16)));
    }

    static Lexicon lexicon(InputStream stream) throws IOException {
        return Lexicon.read(new DataInputStream(new BufferedInputStream(stream, 1 << 16)));
    }

    static Lexicon lexicon(String resource) {
        try (InputStream in = Models.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "Expected the lexicon " + resource + " on the class path but found none");
            }
            return lexicon(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the lexicon " + resource, e);
        }
    }

    static Weights weights(String resource) {
        try (InputStream in = Models.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Expected the model " + resource + " on the class path but found none");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the model " + resource, e);
        }
    }
}
