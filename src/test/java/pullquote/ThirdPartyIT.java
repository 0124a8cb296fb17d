package pullquote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of third-party notices names the libraries that the program is built with, no more and no fewer. */
class ThirdPartyIT {
    private static final Pattern ROW =
            Pattern.compile("\\| [a-z][A-Za-z0-9.-]*:([A-Za-z0-9.-]+) \\| ([^ ]+) \\| ([^|]+) \\|");

    @Test
    void namesEveryLibraryWithItsLicence() throws IOException {
        Set<String> named = new TreeSet<>();
        List<String> withoutLicence = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/site/markdown/third-party.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                named.add(row.group(1) + "-" + row.group(2) + ".jar");
                if (row.group(3).contains("?") || row.group(3).startsWith("GPL")) {
                    withoutLicence.add(line);
                }
            }
        }
        try (Stream<Path> libraries = Files.list(Path.of("target/dist/lib"))) {
            assertThat(libraries.map(jar -> jar.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(named);
        }
        assertThat(withoutLicence).isEmpty();
    }
}
