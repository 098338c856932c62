package net.ixapi.auth.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.keyword.TypeValidator;
import com.networknt.schema.path.NodePath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** OpenAPI 3.0's dialect of JSON Schema, where the validator's own differs from it. */
final class OpenApiDialect {
    /** Formats that the validator checks and no specification has: in a document they mean something else. */
    private static final List<String> INVENTED =
            List.of("alpha", "alphanumeric", "color", "ip-address", "phone", "style", "utc-millisec");

    private OpenApiDialect() {}

    static Dialect of(Document document) {
        return Dialect.builder(Dialects.getOpenApi30())
                // Around the schemas, the document is full of what is not a keyword of a schema.
                .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                // A client may send back what it got, read-only properties included.
                .keyword(new NonValidationKeyword("readOnly"))
                .keyword(new Type())
                .keyword(new Required(document))
                .keyword(new MultipleOf())
                .keyword(new Combination(KeywordType.ALL_OF))
                .keyword(new Combination(KeywordType.ONE_OF))
                .keyword(new Combination(KeywordType.ANY_OF))
                .keyword(new DiscriminatorKeyword(document))
                .formats(formats -> formats.keySet().removeAll(INVENTED))
                .formats(TypedFormat.ALL)
                .build();
    }

    private static boolean isNullable(Schema schema) {
        return schema.getSchemaNode().path("nullable").asBoolean(false);
    }

    /** The validator would also take a null where the schema around this one is nullable: in every item of a nullable array. */
    private static final class Type extends AbstractKeyword {
        Type() {
            super(KeywordType.TYPE.getValue());
        }

        @Override
        public KeywordValidator newValidator(
                SchemaLocation location, JsonNode node, Schema parent, SchemaContext schemaContext) {
            return new TypeValidator(location, node, parent, schemaContext) {
                @Override
                public boolean equalsToSchemaType(JsonNode value, ExecutionContext context) {
                    return value.isNull() ? isNullable(parent) : super.equalsToSchemaType(value, context);
                }
            };
        }
    }

    /**
     * What is {@code readOnly} is required in responses only (OpenAPI 3.0.3, Schema Object). The validator's own looks for that
     * neither behind a reference nor in the other parts of an {@code allOf}.
     */
    private static final class Required extends AbstractKeyword {
        private final Document document;

        Required(Document document) {
            super(KeywordType.REQUIRED.getValue());
            this.document = document;
        }

        @Override
        public KeywordValidator newValidator(
                SchemaLocation location, JsonNode node, Schema parent, SchemaContext schemaContext) {
            Set<String> readOnly = readOnly(JsonPointer.follow(document.root(), "#" + location.getFragment())
                    .orElse(document.root())
                    .parent());
            ArrayNode sent = JsonNodeFactory.instance.arrayNode();
            node.forEach(name -> {
                if (!readOnly.contains(name.asText())) {
                    sent.add(name);
                }
            });
            return new InRequests(
                    KeywordType.REQUIRED.newValidator(location, sent, parent, schemaContext),
                    KeywordType.REQUIRED.newValidator(location, node, parent, schemaContext));
        }

        private static Set<String> readOnly(Place schema) {
            Place whole = schema;
            while (whole.parent() != null && whole.parent().name().equals("allOf")) {
                whole = whole.parent().parent();
            }
            return SchemaParts.keyword(whole, "properties")
                    .flatMap(properties -> properties.properties().stream())
                    .filter(property -> SchemaParts.keyword(property, "readOnly")
                            .anyMatch(value -> value.text().equals("true")))
                    .map(Place::name)
                    .collect(Collectors.toSet());
        }
    }

    private record InRequests(KeywordValidator request, KeywordValidator response) implements KeywordValidator {
        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath location) {
            boolean isRequest = Boolean.TRUE.equals(context.getExecutionConfig().getReadOnly());
            (isRequest ? request : response).validate(context, value, root, location);
        }

        @Override
        public void preloadSchema() {
            response.preloadSchema();
        }

        @Override
        public String getKeyword() {
            return response.getKeyword();
        }

        @Override
        public SchemaLocation getSchemaLocation() {
            return response.getSchemaLocation();
        }
    }

    /** The validator's own calculates with doubles, which know no odd number above 2^53, and for hours if a number is 1e999999999. */
    private static final class MultipleOf extends AbstractKeyword {
        private static final int MAX_SCALE = 1000;

        MultipleOf() {
            super(KeywordType.MULTIPLE_OF.getValue());
        }

        @Override
        public KeywordValidator newValidator(
                SchemaLocation location, JsonNode node, Schema parent, SchemaContext schemaContext) {
            BigDecimal divisor = node.decimalValue();
            return new BaseKeywordValidator(KeywordType.MULTIPLE_OF, node, location, parent, schemaContext) {
                @Override
                public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
                    if (value.isNumber() && !isMultiple(value.decimalValue(), divisor)) {
                        context.addError(error().instanceNode(value)
                                .instanceLocation(place)
                                .evaluationPath(context.getEvaluationPath())
                                .arguments(divisor.toString())
                                .build());
                    }
                }
            };
        }

        private static boolean isMultiple(BigDecimal value, BigDecimal divisor) {
            return Math.abs(value.scale()) <= MAX_SCALE
                    && value.remainder(divisor).signum() == 0;
        }
    }

    /**
     * A list of schemas. Beside {@code nullable: true} it takes null, as authors mean it who cannot write that beside a
     * {@code $ref}; beside a discriminator, that chooses one of the schemas.
     */
    private static final class Combination extends AbstractKeyword {
        private final KeywordType keyword;

        Combination(KeywordType keyword) {
            super(keyword.getValue());
            this.keyword = keyword;
        }

        @Override
        public KeywordValidator newValidator(
                SchemaLocation location, JsonNode node, Schema parent, SchemaContext schemaContext) {
            if (keyword != KeywordType.ALL_OF && parent.getSchemaNode().has("discriminator")) {
                return new NonValidationKeyword(getValue()).newValidator(location, node, parent, schemaContext);
            }
            KeywordValidator all = keyword.newValidator(location, node, parent, schemaContext);
            return isNullable(parent)
                    ? new BaseKeywordValidator(keyword, node, location, parent, schemaContext) {
                        @Override
                        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
                            if (!value.isNull()) {
                                all.validate(context, value, root, place);
                            }
                        }

                        @Override
                        public void preloadSchema() {
                            all.preloadSchema();
                        }
                    }
                    : all;
        }
    }
}
