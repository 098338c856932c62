package net.ixapi.auth.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.keyword.RefValidator;
import com.networknt.schema.keyword.TypeValidator;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** OpenAPI 3.0's dialect of JSON Schema, where the validator's own differs from it. */
final class OpenApiDialect {
    /** Formats that the validator checks and no specification has: in a document they mean something else. */
    private static final List<String> INVENTED =
            List.of("alpha", "alphanumeric", "color", "ip-address", "phone", "style", "utc-millisec");

    private static final int MAX_SCALE = 1000;

    private final Document document;

    private OpenApiDialect(Document document) {
        this.document = document;
    }

    static Dialect of(Document document) {
        OpenApiDialect dialect = new OpenApiDialect(document);
        return Dialect.builder(Dialects.getOpenApi30())
                // Around the schemas, the document is full of what is not a keyword of a schema.
                .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                // A client may send back what it got, read-only properties included.
                .keyword(new NonValidationKeyword("readOnly"))
                .keyword(new OpenApiKeyword(KeywordType.TYPE, OpenApiDialect::type))
                .keyword(new OpenApiKeyword(KeywordType.REQUIRED, dialect::required))
                .keyword(new OpenApiKeyword(KeywordType.MULTIPLE_OF, OpenApiDialect::multipleOf))
                .keyword(new OpenApiKeyword(KeywordType.ALL_OF, OpenApiDialect::combination))
                .keyword(new OpenApiKeyword(KeywordType.ONE_OF, OpenApiDialect::alternatives))
                .keyword(new OpenApiKeyword(KeywordType.ANY_OF, OpenApiDialect::alternatives))
                .keyword(new OpenApiKeyword(KeywordType.DISCRIMINATOR, dialect::discriminator))
                .formats(formats -> formats.keySet().removeAll(INVENTED))
                .formats(TypedFormat.ALL)
                .build();
    }

    /** The validator would also take a null where the schema around this one is nullable: in every item of a nullable array. */
    private static KeywordValidator type(OpenApiKeyword.Use use) {
        return new TypeValidator(use.location(), use.node(), use.parent(), use.schemas()) {
            @Override
            public boolean equalsToSchemaType(JsonNode value, ExecutionContext context) {
                return value.isNull() ? use.isNullable() : super.equalsToSchemaType(value, context);
            }
        };
    }

    /**
     * What is {@code readOnly} is required in responses only (OpenAPI 3.0.3, Schema Object). The validator's own looks for that
     * neither behind a reference nor in the other parts of an {@code allOf}.
     */
    private KeywordValidator required(OpenApiKeyword.Use use) {
        Set<String> readOnly = readOnly(use.place(document).parent());
        ArrayNode sent = JsonNodeFactory.instance.arrayNode();
        use.node().forEach(name -> {
            if (!readOnly.contains(name.asText())) {
                sent.add(name);
            }
        });
        KeywordValidator request = use.standard(sent);
        KeywordValidator response = use.standard(use.node());
        return use.validator(visit -> {
            boolean isRequest =
                    Boolean.TRUE.equals(visit.context().getExecutionConfig().getReadOnly());
            visit.validate(isRequest ? request : response);
        });
    }

    private static Set<String> readOnly(Place schema) {
        Place whole = schema;
        while (whole.parent() != null && whole.parent().name().equals("allOf")) {
            whole = whole.parent().parent();
        }
        return SchemaParts.of(whole)
                .flatMap(part -> part.properties("properties"))
                .filter(property -> SchemaParts.of(property).anyMatch(part -> part.isTrue("readOnly")))
                .map(Place::name)
                .collect(Collectors.toSet());
    }

    /** The validator's own calculates with doubles, which know no odd number above 2^53, and for hours if a number is 1e999999999. */
    private static KeywordValidator multipleOf(OpenApiKeyword.Use use) {
        BigDecimal divisor = use.node().decimalValue();
        return use.validator(visit -> {
            if (visit.value().isNumber() && !isMultiple(visit.value().decimalValue(), divisor)) {
                visit.error(error -> error.arguments(divisor.toString()));
            }
        });
    }

    private static boolean isMultiple(BigDecimal value, BigDecimal divisor) {
        return divisor.signum() == 0
                || Math.abs(value.scale()) <= MAX_SCALE
                        && value.remainder(divisor).signum() == 0;
    }

    /** Null fits a list of schemas beside {@code nullable: true}, as authors mean it who cannot write that beside a {@code $ref}. */
    private static KeywordValidator combination(OpenApiKeyword.Use use) {
        KeywordValidator all = use.standard(use.node());
        return !use.isNullable()
                ? all
                : use.validator(
                        visit -> {
                            if (!visit.value().isNull()) {
                                visit.validate(all);
                            }
                        },
                        all);
    }

    /** Beside a discriminator, {@code oneOf} and {@code anyOf} ask for nothing, since the discriminator chooses the schema. */
    private static KeywordValidator alternatives(OpenApiKeyword.Use use) {
        return use.parent().getSchemaNode().has("discriminator") ? use.validator(visit -> {}) : combination(use);
    }

    /**
     * A discriminator names the property that says which schema an object must fit. The validator's own changes nothing but messages,
     * so that an object which fits two schemas of a {@code oneOf} would be refused.
     */
    private KeywordValidator discriminator(OpenApiKeyword.Use use) {
        String property = use.node().path("propertyName").asText("");
        Map<String, KeywordValidator> kinds = new LinkedHashMap<>();
        Discriminators.kinds(document, use.place(document))
                .forEach((value, reference) -> kinds.put(
                        value,
                        new RefValidator(
                                use.location().append("mapping").append(value),
                                TextNode.valueOf(reference),
                                use.parent(),
                                use.schemas())));
        return use.validator(visit -> {
            JsonNode value = visit.value();
            KeywordValidator kind = kinds.get(value.path(property).asText(""));
            if (value.isObject() && kind != null) {
                validateOnce(kind, visit, use.location());
            } else if (value.isObject()) {
                visit.error(error ->
                        error.property(property).message("must be one of " + String.join(", ", kinds.keySet())));
            } else if (!value.isNull() || !use.isNullable()) {
                visit.error(error -> error.message("must be an object"));
            }
        });
    }

    /** A kind that has the schema with the discriminator as a part of its {@code allOf} comes here again. */
    private static void validateOnce(KeywordValidator kind, OpenApiKeyword.Visit visit, SchemaLocation discriminator) {
        String key = visit.location() + " " + discriminator;
        Map<Object, Object> visits = visit.context().getCollectorContext().getData();
        if (visits.putIfAbsent(key, kind) == null) {
            try {
                visit.validate(kind);
            } finally {
                visits.remove(key);
            }
        }
    }
}
