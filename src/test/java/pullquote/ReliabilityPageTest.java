package pullquote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pullquote.analysis.RejectCode;

/** Every promise on the page of reliability names a test that is there. */
class ReliabilityPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/reliability.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))#([A-Za-z0-9]+)`");

    @Test
    void namesTestsThatExist() throws IOException {
        List<String> missing = new ArrayList<>();
        int named = 0;
        Matcher test = NAMED.matcher(Files.readString(PAGE));
        while (test.find()) {
            named++;
            if (!methods(test.group(1)).contains(test.group(2))) {
                missing.add(test.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(30);
    }

    @Test
    void explainsEveryCodeOfRejects() throws IOException {
        String page = Files.readString(PAGE);
        for (RejectCode code : RejectCode.values()) {
            assertThat(page).contains("`" + code.code() + "`");
        }
    }

    private static Set<String> methods(String type) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Path source = files.filter(file -> file.endsWith(type + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Expected a test " + type + " but found none"));
            return Pattern.compile("void ([A-Za-z0-9]+)\\(")
                    .matcher(Files.readString(source))
                    .results()
                    .map(method -> method.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
