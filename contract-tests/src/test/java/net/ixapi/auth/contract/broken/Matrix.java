package net.ixapi.auth.contract.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;

/** Which broken server was caught by which check, for people. The build prints its last line. */
public final class Matrix {
    private static final Path FILE = Path.of("target", "broken-servers.txt");

    /** A time, what follows a body, and one account alone: the defects that have these show others, too. */
    private static final Set<String> WITHOUT_DEFECT = Set.of("AUTH-LOGIN-007", "AUTH-LOGIN-008", "AUTH-BODY-004");

    private final List<String> lines = new ArrayList<>();
    private final Set<String> requirements = new HashSet<>();
    private int caught;
    private int broken;
    private int blamed;
    private int right;

    void broken(Defect defect, List<ReportedFinding> findings) {
        broken++;
        findings.forEach(finding -> requirements.add(finding.requirement()));
        caught += checks(findings).contains(defect.check()) ? 1 : 0;
        lines.add(String.format("%-55s %-24s %s", defect.name(), defect.check(), checks(findings)));
    }

    void right(String name, List<ReportedFinding> findings) {
        right++;
        blamed += checks(findings).isEmpty() ? 0 : 1;
        lines.add(String.format("%-55s %-24s %s", name, "(right)", checks(findings)));
    }

    private static Set<String> checks(List<ReportedFinding> findings) {
        Set<String> checks = new LinkedHashSet<>();
        findings.stream()
                .filter(finding -> finding.level() != Level.INFO)
                .forEach(finding -> checks.add(finding.check()));
        return checks;
    }

    /** A cause in another word than the check's would leave its findings to the requirement that takes all others. */
    void assertEachRequirementWithACauseWasFound() {
        if (broken == Defect.all().count()) {
            assertThat(requirements)
                    .containsAll(Requirements.ofTheContract().stream()
                            .filter(requirement -> !requirement.cause().isEmpty())
                            .map(Requirement::id)
                            .filter(id -> !WITHOUT_DEFECT.contains(id))
                            .toList());
        }
    }

    void write() throws IOException {
        lines.add(String.format(
                "  %d of %d broken servers caught, %d of %d right ones blamed.", caught, broken, blamed, right));
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, lines);
    }

    /** Prints what the tests have written; nothing where they were skipped. */
    public static void main(String[] arguments) throws IOException {
        if (Files.exists(FILE)) {
            List<String> written = Files.readAllLines(FILE);
            System.out.println(written.get(written.size() - 1));
        }
    }
}
