package net.ixapi.auth.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.MessageSourceError;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A keyword that means something else in OpenAPI than to the validator.
 *
 * @param type which keyword
 * @param validators makes the validator of each use of it
 */
record OpenApiKeyword(KeywordType type, Function<Use, KeywordValidator> validators) implements Keyword {
    @Override
    public String getValue() {
        return type.getValue();
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode node, Schema parent, SchemaContext schemas) {
        return validators.apply(new Use(type, location, node, parent, schemas));
    }

    /** The keyword in one schema, and what stands there. */
    record Use(KeywordType type, SchemaLocation location, JsonNode node, Schema parent, SchemaContext schemas) {
        Place place(Document document) {
            return document.root().follow("#" + location.getFragment());
        }

        boolean isNullable() {
            return parent.getSchemaNode().path("nullable").asBoolean(false);
        }

        /** What the validator itself makes of the keyword. */
        KeywordValidator standard(JsonNode value) {
            return type.newValidator(location, value, parent, schemas);
        }

        /**
         * A validator of our own.
         *
         * @param check adds to the errors
         * @param called the validators that it calls
         */
        KeywordValidator validator(Consumer<Visit> check, KeywordValidator... called) {
            return new BaseKeywordValidator(type, node, location, parent, schemas) {
                @Override
                public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
                    check.accept(new Visit(context, value, root, place, this::error));
                }

                @Override
                public void preloadSchema() {
                    for (KeywordValidator other : called) {
                        other.preloadSchema();
                    }
                }
            };
        }
    }

    /** A value that is compared with the keyword. */
    record Visit(
            ExecutionContext context,
            JsonNode value,
            JsonNode root,
            NodePath location,
            Supplier<MessageSourceError.Builder> errors) {
        /** Lets another validator compare the value. */
        void validate(KeywordValidator other) {
            other.validate(context, value, root, location);
        }

        /** Adds an error at the value; the details say what is wrong with it. */
        void error(Consumer<MessageSourceError.Builder> details) {
            MessageSourceError.Builder error = errors.get()
                    .instanceNode(value)
                    .instanceLocation(location)
                    .evaluationPath(context.getEvaluationPath());
            details.accept(error);
            context.addError(error.build());
        }
    }
}
