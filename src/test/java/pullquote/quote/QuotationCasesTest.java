package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.quote.ReadLines.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What learned models make of news, sentence by sentence ({@code cases.txt}): most of it must be right, not all. */
class QuotationCasesTest {
    private static final Path CASES = Path.of("src/test/resources/pullquote/quote/cases.txt");

    /** The share of wants that must hold. */
    private static final double RATE = 0.85;

    @Test
    void readsNewsAsACarefulReaderDoes() throws IOException {
        List<String> failed = new ArrayList<>();
        int wants = 0;
        String body = "";
        for (String line : Files.readAllLines(CASES)) {
            if (line.startsWith("  ") && !line.startsWith("   ")) {
                wants++;
                if (!holds(body, line.strip())) {
                    failed.add(line.strip() + "\n    in " + body + "\n    read " + ReadLines.read(body));
                }
            } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("[")) {
                body = line.replace("\\n", "\n");
            }
        }
        assertThat((wants - failed.size()) / (double) wants)
                .as("%d of %d wants do not hold:%n%s", failed.size(), wants, String.join("\n", failed))
                .isGreaterThanOrEqualTo(RATE);
    }

    private static boolean holds(String body, String want) {
        Attributions found = ReadLines.extract(body);
        List<Quotation> statements =
                found.quotations().stream().filter(q -> q.act().expressed()).toList();
        String kind = want.split(" ", 2)[0];
        String rest = want.length() > kind.length() ? want.substring(kind.length() + 1) : "";
        return switch (kind) {
            case "none" -> statements.isEmpty();
            case "not" ->
                statements.stream().noneMatch(q -> text(body, q.content()).contains(rest));
            case "only" -> statements.size() == 1 && isRead(body, found, statements.get(0), rest);
            case "want" -> statements.stream().anyMatch(q -> isRead(body, found, q, rest));
            default -> throw new IllegalArgumentException("Expected want, only, none or not but found " + want);
        };
    }

    private static boolean isRead(String body, Attributions found, Quotation q, String want) {
        String[] parts = want.replace("\\n", "\n").split(" ~ ", -1);
        boolean holds = parts[0].strip().equals(text(body, q.source()))
                && (parts[1].equals("*")
                        || (parts[1].isBlank() == q.cue().isEmpty()
                                && text(body, q.cue()).startsWith(parts[1].strip())))
                && parts[2].equals(text(body, q.content()));
        for (int i = 3; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            String value = field(body, found, q, parts[i].substring(0, equals));
            String right = parts[i].substring(equals + 1);
            holds &= parts[i].startsWith("within=") && !right.equals("-")
                    ? value.startsWith(right)
                    : value.equals(right);
        }
        return holds;
    }

    private static String field(String body, Attributions found, Quotation q, String name) {
        String value = switch (name) {
            case "act" -> q.act().name().toLowerCase(Locale.ROOT);
            case "kind" -> q.kind().name().toLowerCase(Locale.ROOT);
            case "form" -> q.sourceForm().name().toLowerCase(Locale.ROOT);
            case "to" -> q.addressee().map(s -> s.of(body)).orElse("");
            case "via" -> q.via().map(s -> s.of(body)).orElse("");
            case "at" -> q.target().map(s -> s.of(body)).orElse("");
            case "speaker" ->
                q.speakers().isEmpty()
                        ? ""
                        : found.persons().get(q.speakers().get(0)).name();
            case "within" ->
                q.outer().isEmpty()
                        ? ""
                        : text(
                                body,
                                found.quotations().get(q.outer().getAsInt()).content());
            default -> throw new IllegalArgumentException("Expected a known field but found " + name);
        };
        return value.isEmpty() ? "-" : value;
    }
}
