package net.ixapi.auth.readme;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which other: the table in CONTRIBUTING.md is the rule, and the classes must keep it. */
class ArchitectureTest {
    private static final String PROJECT = "net.ixapi.auth.";
    private static final List<String> MODULES =
            List.of("openapi", "api-model", "client", "server-stub", "contract-tests");
    private static final JavaClasses CLASSES = classes();

    /** A row stands for its package and all packages below it that have no row of their own. */
    private record Row(String name, Set<String> mayKnow) {
        private boolean covers(JavaClass type) {
            return (type.getPackageName() + ".").startsWith(PROJECT + name + ".");
        }
    }

    private static final List<Row> ROWS = Readme.CONTRIBUTING.rows("Package").stream()
            .map(cells -> new Row(
                    names(cells.get(0)).findFirst().orElseThrow(),
                    names(cells.get(3)).collect(Collectors.toSet())))
            .toList();

    static List<Row> rows() {
        return ROWS;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void knowsNoOtherPackageThanTheTableSays(Row row) {
        noClasses()
                .that(describe("are in " + row.name(), type -> row(type).equals(Optional.of(row))))
                .should()
                .dependOnClassesThat(isForbiddenTo(row))
                .check(CLASSES);
    }

    @Test
    void everyClassIsInTheTable() {
        assertThat(CLASSES).allSatisfy(type -> assertThat(row(type)).isPresent());
    }

    @Test
    void noPackagesDependOnEachOtherInACycle() {
        slices().assignedFrom(new Slices()).should().beFreeOfCycles().check(CLASSES);
    }

    private static JavaClasses classes() {
        // No rule looks at the JDK or at a library, so their classes need not be read.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .importPaths(MODULES.stream()
                        .map(module -> Path.of("..", module, "target/classes"))
                        .toList());
    }

    private static DescribedPredicate<JavaClass> isForbiddenTo(Row row) {
        return describe(
                "are neither in it nor in " + row.mayKnow(),
                type -> row(type)
                        .map(Row::name)
                        .filter(name ->
                                !name.equals(row.name()) && !row.mayKnow().contains(name))
                        .isPresent());
    }

    private static Optional<Row> row(JavaClass type) {
        return rows().stream()
                .filter(row -> row.covers(type))
                .max(Comparator.comparingInt(row -> row.name().length()));
    }

    private static Stream<String> names(String cell) {
        return Pattern.compile("`([^`]+)`").matcher(cell).results().map(match -> match.group(1));
    }

    /** Packages, but generated classes apart: they share one with what is written over them. */
    private static final class Slices implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName(), isGenerated(type) ? "generated" : "written");
        }

        @Override
        public String getDescription() {
            return "packages, with generated classes apart";
        }

        private static boolean isGenerated(JavaClass type) {
            String source = type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
            return MODULES.stream()
                    .map(module -> Path.of("..", module, "target/generated-sources/openapi/src/main/java", source))
                    .anyMatch(Files::exists);
        }
    }
}
