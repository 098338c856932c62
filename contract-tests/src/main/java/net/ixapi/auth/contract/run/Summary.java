package net.ixapi.auth.contract.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.document.DocumentedOperation;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.targets.ContractTarget;

/** What was checked and what came of it, for a person to read. Immutable. */
final class Summary {
    private final OpenApiDocument document;
    private final List<Outcome> outcomes;

    Summary(OpenApiDocument document, List<Outcome> outcomes) {
        this.document = document;
        this.outcomes = outcomes;
    }

    /** Every check passed. */
    boolean conformant() {
        return outcomes.stream().allMatch(Outcome::passed);
    }

    /** Answers that the document describes and no check provokes. */
    List<String> unchecked() {
        List<String> unchecked = new ArrayList<>();
        for (DocumentedOperation operation : document.operations()) {
            for (String status : operation.statuses()) {
                if (about(operation.id(), status).isEmpty()) {
                    unchecked.add(operation.method() + " " + operation.path() + " " + status);
                }
            }
        }
        return unchecked;
    }

    String text(ContractTarget target) {
        List<String> lines = new ArrayList<>(List.of(document.title(), "against " + target.baseUri(), ""));
        document.operations().forEach(operation -> lines.add(row(operation)));
        lines.add(row(
                "HTTP itself",
                outcomes.stream()
                        .filter(outcome -> outcome.operation().isEmpty())
                        .map(outcome -> "" + outcome.status())
                        .distinct()
                        .sorted()
                        .map(status -> cell("", status))));
        outcomes.stream().filter(outcome -> !outcome.passed()).forEach(outcome -> lines.add(finding(outcome)));
        unchecked().forEach(answer -> lines.add("\n  ! " + answer + " is in the document, but no check provokes it"));
        lines.add("");
        lines.add(total());
        return String.join("\n", lines);
    }

    private String row(DocumentedOperation operation) {
        return row(
                operation.method() + " " + operation.path(),
                operation.statuses().stream().map(status -> cell(operation.id(), status)));
    }

    private static String row(String name, java.util.stream.Stream<String> cells) {
        return "  " + String.format("%-20s", name) + cells.collect(Collectors.joining("   "));
    }

    private String cell(String operation, String status) {
        List<Outcome> about = about(operation, status);
        long passed = about.stream().filter(Outcome::passed).count();
        return String.format("%s: %2d of %-2d ok", status, passed, about.size());
    }

    private List<Outcome> about(String operation, String status) {
        return outcomes.stream()
                .filter(outcome -> outcome.operation().equals(operation) && status.equals("" + outcome.status()))
                .toList();
    }

    private static String finding(Outcome outcome) {
        String about = outcome.operation().isEmpty() ? "HTTP" : outcome.operation();
        return "\n  x " + about + " " + outcome.status() + ", " + outcome.name() + "\n    " + outcome.failure();
    }

    private String total() {
        long failed = outcomes.stream().filter(outcome -> !outcome.passed()).count();
        return "  " + outcomes.size() + " checks: " + (outcomes.size() - failed) + " passed, " + failed + " failed. "
                + (failed == 0 ? "The server keeps the contract." : "The server does not keep the contract.");
    }
}
