package pullquote.quote;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a table of weights as the models' reader wants it. */
final class Store {
    private Store() {}

    static void write(Path file, LearnedWeights weights) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(file)))) {
            weights.write(out);
        }
    }

    static void write(Path file, Lexicon words) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(file)))) {
            words.write(out);
        }
    }
}
