package pullquote;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the house's rules: which package may import which, and what the core never touches. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("pullquote");

    /** What each package may import of ours. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("text", List.of()),
            Map.entry("time", List.of("text")),
            Map.entry("dispatch", List.of("text", "time")),
            Map.entry("quote", List.of("text")),
            Map.entry("analysis", List.of("text", "time", "dispatch", "quote")),
            Map.entry("intake", List.of("text", "dispatch", "analysis")),
            Map.entry("table", List.of("text", "time", "dispatch", "quote", "analysis")),
            Map.entry("storage", List.of()),
            Map.entry("report", List.of()),
            Map.entry(
                    "batch",
                    List.of("text", "time", "dispatch", "quote", "analysis", "intake", "table", "storage", "report")),
            Map.entry(
                    "cli",
                    List.of("text", "time", "dispatch", "quote", "analysis", "intake", "table", "report", "batch")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "time",
                "dispatch",
                "quote",
                "analysis",
                "intake",
                "table",
                "storage",
                "report",
                "batch",
                "cli"
            })
    void importsOnlyWhatItsPlaceAllows(String name) {
        String[] forbidden = MAY_IMPORT.keySet().stream()
                .filter(other -> !other.equals(name) && !MAY_IMPORT.get(name).contains(other))
                .map(other -> "pullquote." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("pullquote." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlaceInTheTable() throws IOException {
        try (Stream<Path> packages = Files.list(Path.of("src/main/java/pullquote"))) {
            assertThat(packages.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(MAY_IMPORT.keySet());
        }
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("pullquote.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void keepsSpringInBatch() {
        outside("..springframework..", "batch").check(CLASSES);
    }

    @Test
    void keepsParquetAndHadoopInStorage() {
        outside("org.apache.(parquet|hadoop)..", "storage").check(CLASSES);
    }

    private static ArchRule outside(String library, String home) {
        String[] libraries = library.contains("(")
                ? new String[] {"org.apache.parquet..", "org.apache.hadoop.."}
                : new String[] {library};
        return noClasses()
                .that()
                .resideInAPackage("pullquote..")
                .and()
                .resideOutsideOfPackage("pullquote." + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    @Test
    void theCoreKnowsNoClockNoZoneAndNoFiles() {
        ArchRule rule = core().should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..", "java.net..", "java.sql..", "org.slf4j..", "java.util.logging..");
        rule.check(CLASSES);
    }

    private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction core() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        "pullquote.text..",
                        "pullquote.time..",
                        "pullquote.dispatch..",
                        "pullquote.quote..",
                        "pullquote.analysis..");
    }

    @Test
    void classesSayWhatTheyAre() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(CLASSES);
    }

    @Test
    void noClassIsLongerThanFourHundredLines() throws IOException {
        Map<String, Long> tooLong = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                long lines = Files.readAllLines(file).size();
                if (lines > 400) {
                    tooLong.put(file.toString(), lines);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** A planted violation: were the rules not evaluated, this one would pass, too. */
    @Test
    void aBrokenRuleFails() {
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedViolation.class);
        assertThatThrownBy(
                        () -> classes().should().resideInAPackage("elsewhere..").check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PlantedViolation");
    }

    private static final class PlantedViolation {}
}
