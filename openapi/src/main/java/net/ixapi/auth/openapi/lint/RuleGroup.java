package net.ixapi.auth.openapi.lint;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.UnreadableDocumentException;

/** The rules, in groups. */
public enum RuleGroup {
    /** What holds for every document that the project's templates make code of. */
    SUPPORTED(
            ReferenceRules::referencesLeadSomewhere,
            OperationRules::operationsHaveAnId,
            OperationRules::operationIdsAreUnique,
            OperationRules::operationsAreUnique,
            OperationRules::operationsCanSucceed,
            OperationRules::successesHaveOneSchema,
            BodyRules::bodiesAreJson,
            ParameterRules::parametersAreInAKnownPlace,
            ParameterRules::parametersHaveASchema,
            ParameterRules::parametersHaveAPlainStyle,
            ParameterRules::parametersAreNoObjects,
            PathRules::pathParametersAreDescribed,
            PathRules::pathParametersAreInThePath,
            PathRules::pathParametersAreRequired),

    /** What we expect of our own contract besides. */
    HOUSE(
            TagRules::operationsHaveATag,
            TagRules::tagsAreDeclared,
            DescriptionRules::operationsAreDescribed,
            DescriptionRules::parametersAreDescribed,
            DescriptionRules::schemasAreDescribed,
            DescriptionRules::propertiesAreDescribed,
            ExampleRules::bodiesHaveAnExample,
            ExampleRules::examplesFitTheirSchema,
            ProblemRules::errorsAreProblems,
            SecretRules::secretsArePasswords,
            UsageRules::componentsAreUsed);

    private final List<Rule> rules;

    RuleGroup(Rule... rules) {
        this.rules = List.of(rules);
    }

    /**
     * Where a file does not keep the rules of this group.
     *
     * @param name what the findings call the file
     */
    public List<Finding> findings(Path file, String name) {
        try {
            return findings(Document.read(file, name));
        } catch (UnreadableDocumentException e) {
            return List.of(e.finding());
        }
    }

    List<Finding> findings(Document document) {
        List<Finding> version = VersionRule.versionIsSupported(document).toList();
        // Under another version the same words mean other things: all else would be noise.
        return version.isEmpty() ? findings(document, rules.stream()) : version;
    }

    /** What several operations share is found once. */
    private static List<Finding> findings(Document document, Stream<Rule> rules) {
        return rules.flatMap(rule -> rule.findings(document)).distinct().toList();
    }
}
