package net.ixapi.auth.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.MessageSourceError;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.RefValidator;
import com.networknt.schema.path.NodePath;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * OpenAPI's {@code discriminator}: the property that it names says which schema an object must fit. The validator's own changes
 * nothing but messages, so that an object which fits two schemas of a {@code oneOf} would be refused.
 */
final class DiscriminatorKeyword extends AbstractKeyword {
    private final Document document;

    DiscriminatorKeyword(Document document) {
        super(KeywordType.DISCRIMINATOR.getValue());
        this.document = document;
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode node, Schema parent, SchemaContext schemaContext) {
        Place discriminator = JsonPointer.follow(document.root(), "#" + location.getFragment())
                .orElse(document.root());
        Map<String, KeywordValidator> kinds = new LinkedHashMap<>();
        Discriminators.kinds(document, discriminator)
                .forEach((value, reference) -> kinds.put(
                        value,
                        new RefValidator(
                                location.append("mapping").append(value),
                                TextNode.valueOf(reference),
                                parent,
                                schemaContext)));
        return new Choice(location, node, parent, schemaContext, kinds);
    }

    private static final class Choice extends BaseKeywordValidator {
        private final String property;
        private final Map<String, KeywordValidator> kinds;

        Choice(
                SchemaLocation location,
                JsonNode node,
                Schema parent,
                SchemaContext schemaContext,
                Map<String, KeywordValidator> kinds) {
            super(KeywordType.DISCRIMINATOR, node, location, parent, schemaContext);
            this.property = node.path("propertyName").asText("");
            this.kinds = kinds;
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath location) {
            // A kind that has this schema as a part of its allOf comes here again.
            String visit = location + " " + getSchemaLocation();
            Map<Object, Object> visits = context.getCollectorContext().getData();
            if (!value.isObject()) {
                if (!value.isNull()
                        || !parentSchema.getSchemaNode().path("nullable").asBoolean(false)) {
                    context.addError(wrong(context, value, location)
                            .message("must be an object")
                            .build());
                }
                return;
            } else if (visits.putIfAbsent(visit, this) != null) {
                return;
            }
            try {
                KeywordValidator kind = kinds.get(value.path(property).asText(""));
                if (kind == null) {
                    context.addError(wrong(context, value, location)
                            .property(property)
                            .message("must be one of " + String.join(", ", kinds.keySet()))
                            .build());
                } else {
                    kind.validate(context, value, root, location);
                }
            } finally {
                visits.remove(visit);
            }
        }

        private MessageSourceError.Builder wrong(ExecutionContext context, JsonNode value, NodePath location) {
            return error().instanceNode(value).instanceLocation(location).evaluationPath(context.getEvaluationPath());
        }
    }
}
