package net.ixapi.auth.openapi.lint;

import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;

/** The rules, in groups. */
enum RuleGroup {
    /** What holds for every document that the project's templates make code of. */
    SUPPORTED(Stream.of(
            DocumentRules.RULES,
            OperationRules.RULES,
            ParameterRules.RULES,
            SchemaRules.RULES,
            NameRules.RULES,
            ValueRules.RULES)),

    /** What we expect of our own contract besides. */
    HOUSE(Stream.of(HouseRules.RULES));

    private final List<Rule> rules;

    RuleGroup(Stream<List<Rule>> rules) {
        this.rules = rules.flatMap(List::stream).toList();
    }

    /** Where a document does not keep the rules of some groups. */
    static List<Finding> findings(List<RuleGroup> groups, Document document) {
        List<Finding> version = DocumentRules.version(document).toList();
        // Under another version the same words mean other things: all else would be noise.
        return version.isEmpty()
                ? groups.stream().flatMap(group -> group.findings(document)).toList()
                : version;
    }

    /** What several operations share is found once. */
    private Stream<Finding> findings(Document document) {
        return rules.stream().flatMap(rule -> rule.findings(document)).distinct();
    }
}
