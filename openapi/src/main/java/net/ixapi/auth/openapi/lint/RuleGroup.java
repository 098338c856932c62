package net.ixapi.auth.openapi.lint;

import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;

/** The rules, in groups. */
enum RuleGroup {
    /** What holds for every document that the project's templates make code of. */
    SUPPORTED(
            ReferenceRules::referencesLeadSomewhere,
            OperationRules::operationsHaveAnId,
            OperationRules::operationIdsAreUnique,
            OperationRules::operationsAreUnique,
            OperationRules::routesAreDistinct,
            OperationRules::operationsCanSucceed,
            OperationRules::successesHaveOneSchema,
            BodyRules::bodiesAreJson,
            BodyRules::requiredBodiesAreNotNullable,
            ParameterRules::parametersAreInAKnownPlace,
            ParameterRules::parametersHaveASchema,
            ParameterRules::parametersHaveAPlainStyle,
            ParameterRules::parametersAreNoObjects,
            ParameterRules::cookiesHoldNoLists,
            PathRules::pathParametersAreDescribed,
            PathRules::pathParametersAreInThePath,
            PathRules::pathParametersAreRequired,
            PathRules::pathsAreNotEncoded,
            SchemaRules::schemasSayWhatIsAllowed,
            SchemaRules::alternativesHaveADiscriminator,
            SchemaRules::schemasAreNotPartsOfThemselves,
            NameRules::schemaNamesAreDistinct,
            NameRules::schemaNamesAreFree,
            NameRules::propertyNamesAreDistinct,
            NameRules::propertyNamesAreFree,
            NameRules::listedPropertiesBeginWithALetter,
            NameRules::operationIdsAreFree,
            NameRules::tagsAreDistinct,
            NumberRules::integersFit,
            NumberRules::lengthsFit,
            FormatRules::formatsAreOfText,
            FormatRules::formatsHaveNoEnum,
            ValueRules::patternsHaveNoFlags,
            ValueRules::enumsAreOfStringsOrIntegers,
            ValueRules::defaultsAreSimple),

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
            SchemaRules::optionalPropertiesAreNotNullable,
            SecretRules::secretsAreMarked,
            UsageRules::componentsAreUsed);

    private final List<Rule> rules;

    RuleGroup(Rule... rules) {
        this.rules = List.of(rules);
    }

    /** Where a document does not keep the rules of some groups. */
    static List<Finding> findings(List<RuleGroup> groups, Document document) {
        List<Finding> version = VersionRule.versionIsSupported(document).toList();
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
