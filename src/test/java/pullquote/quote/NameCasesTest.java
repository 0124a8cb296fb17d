package pullquote.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What passages name, case by case: learned models get some wrong, and are held to a share of right ones. */
class NameCasesTest {
    private static final double NAMES_RIGHT = 0.85;
    private static final double TITLES_RIGHT = 0.75;

    /** A passage and its persons, organisations and places. */
    private record Case(String passage, List<Set<String>> names, List<String> titles) {
        static Case of(String line) {
            String[] cells = line.split("\t");
            List<Set<String>> names = new ArrayList<>();
            List<String> titles = new ArrayList<>();
            for (int kind = 0; kind < 3; kind++) {
                Set<String> of = new TreeSet<>();
                for (String name : cells[kind + 1].split(";")) {
                    if (!name.equals("-")) {
                        of.add(name.split(" = ")[0]);
                    }
                    if (name.contains(" = ")) {
                        titles.add(name);
                    }
                }
                names.add(of);
            }
            return new Case(cells[0], names, titles);
        }
    }

    private static List<Case> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(NameCasesTest.class.getResourceAsStream("names.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Case::of)
                    .toList();
        }
    }

    private static Set<String> names(List<Person> found, Person.Kind kind) {
        return found.stream()
                .filter(p -> p.kind() == kind)
                .map(Person::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void mostPassagesNameThePersonsOrganisationsAndPlacesThatAReaderFinds() throws IOException {
        List<Case> cases = cases();
        List<String> wrong = new ArrayList<>();
        for (Case each : cases) {
            List<Person> found = ReadLines.extract(each.passage()).persons();
            List<Set<String>> names = List.of(
                    names(found, Person.Kind.PERSON),
                    names(found, Person.Kind.ORGANIZATION),
                    names(found, Person.Kind.PLACE));
            if (!names.equals(each.names())) {
                wrong.add(each.passage() + " -> expected " + each.names() + " but found " + names);
            }
        }

        assertThat(cases).hasSizeGreaterThanOrEqualTo(60);
        assertThat(1 - wrong.size() / (double) cases.size())
                .as(String.join("\n", wrong))
                .isGreaterThanOrEqualTo(NAMES_RIGHT);
    }

    @Test
    void mostPersonsHaveTheTitleAndTheBodyThatStandBesideTheirName() throws IOException {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (Case each : cases()) {
            List<String> found = ReadLines.extract(each.passage()).persons().stream()
                    .filter(p -> p.kind() == Person.Kind.PERSON)
                    .map(p -> p.name()
                            + p.title().map(t -> " = " + t).orElse("")
                            + p.affiliation().map(a -> " @ " + a).orElse(""))
                    .toList();
            for (String title : each.titles()) {
                all++;
                boolean affiliated = title.contains(" @ ");
                if (found.stream().noneMatch(f -> (affiliated ? f : f.split(" @ ")[0]).equals(title))) {
                    wrong.add(each.passage() + " -> expected " + title + " but found " + found);
                }
            }
        }

        assertThat(1 - wrong.size() / (double) all).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(TITLES_RIGHT);
    }
}
