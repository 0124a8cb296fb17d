package pullquote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The samples of output in the README are what the program prints, with fixed times, folders and run ids.
 *
 * <p>With {@code -Dreadme.update=true} they are written into the README instead of being compared with it.
 */
class ReadmeSamplesIT {
    private static final Path README = Path.of("README.md").toAbsolutePath();
    private static final Path INPUT = Path.of("input").toAbsolutePath();
    private static final int WIDTH = 150;

    @TempDir
    Path folder;

    @Test
    void theFirstRunIsShownAsItIs() throws Exception {
        List<String> printed =
                run("run", "--input", INPUT.toString(), "--output", folder + "/output", "--threads", "1");

        assertShown("run", "$ jobs/pullquote run", printed);
    }

    @Test
    void theExplainedDispatchIsShownAsItIs() throws Exception {
        String dispatch = "input/xinhua/20170928/xinhua-20170928-0412.txt";
        List<String> printed = run("explain", Path.of(dispatch).toAbsolutePath().toString());

        assertShown("explain", "$ jobs/pullquote explain " + dispatch, excerpt(printed, "samples had been sent"));
    }

    /** {@return the fields that matter, the sentence that holds some words, and what is said of its marks} */
    private static List<String> excerpt(List<String> printed, String words) {
        String marked = printed.stream()
                .filter(line -> line.contains(words))
                .findFirst()
                .map(line -> Stream.of(line.split("(?<=\\.) (?=\\[|[A-Z])"))
                        .filter(sentence -> sentence.contains(words))
                        .findFirst()
                        .orElseThrow())
                .orElseThrow();
        List<String> marks = Pattern.compile("\\[([CD])([0-9]+) ")
                .matcher(marked)
                .results()
                .map(m -> (m.group(1).equals("D") ? "D" : "") + m.group(2) + " ")
                .distinct()
                .toList();
        List<String> shown = new ArrayList<>();
        printed.stream().filter(line -> line.matches("(provider|dateline) .*")).forEach(shown::add);
        shown.add("…");
        shown.add(marked);
        shown.add("…");
        for (int i = 0; i < printed.size(); i++) {
            // a statement's speaker is explained below it
            boolean below = i > 0 && printed.get(i).startsWith("  speaker:");
            String line = printed.get(below ? i - 1 : i);
            if (marks.stream().anyMatch(line::startsWith)) {
                shown.add(printed.get(i));
            }
        }
        return shown;
    }

    private List<String> run(String... arguments) throws Exception {
        Path log = folder.resolve("log");
        int code = Launched.run(log, Launched.command(List.of(), List.of(arguments)));
        List<String> lines = Files.readAllLines(log);
        assertThat(code).as("%s", lines).isZero();
        return lines;
    }

    private void assertShown(String name, String command, List<String> printed) throws IOException {
        String sample = Stream.concat(
                        Stream.of("```", command), printed.stream().map(this::fixed))
                .collect(Collectors.joining("\n", "", "\n```"));
        String readme = Files.readString(README);
        Matcher block = Pattern.compile("(?s)(<!-- sample: " + name + " -->\n)(.*?)(\n<!-- /sample -->)")
                .matcher(readme);
        assertThat(block.find()).as("a sample %s in the README", name).isTrue();
        if (Boolean.getBoolean("readme.update")) {
            Files.writeString(README, readme.substring(0, block.start(2)) + sample + readme.substring(block.end(2)));
            return;
        }
        assertThat(block.group(2)).isEqualTo(sample);
    }

    /** Replaces what differs from run to run and cuts what is too long for a page. */
    private String fixed(String line) {
        String same = line.replace(folder.toString(), "/home/ana/pullquote")
                .replace(INPUT.toString(), "/home/ana/pullquote/input")
                .replaceAll("[0-9]{8}T[0-9]{6}Z-[0-9]{4}", "20260312T140208Z-0001")
                .replaceAll(
                        "^([0-9]{4}-[0-9]{2}-[0-9]{2}T)?[0-9]{2}:[0-9:.]+(Z|[+-][0-9:]{4,6})?", "2026-03-12T14:02:08Z")
                .replaceAll("[0-9]+\\.[0-9] s\\b", "1.7 s");
        return same.length() > WIDTH ? same.substring(0, WIDTH).stripTrailing() + " …" : same;
    }
}
