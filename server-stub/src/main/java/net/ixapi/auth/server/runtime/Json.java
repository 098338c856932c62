package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import net.ixapi.auth.openapi.document.PlainJson;

/** How JSON becomes objects and back. */
final class Json {
    private static final int MAX_DEPTH = 1000;

    private Json() {}

    /** For values that the document's schemas have been asked about: whatever is unknown in them is allowed. */
    static JsonMapper ofDocument() {
        return builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** For values that nothing else checks: no value becomes one of another JSON type, and no property is passed over. */
    static JsonMapper strict() {
        JsonMapper.Builder builder = builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        builder.withCoercionConfig(
                LogicalType.Textual,
                config -> List.of(CoercionInputShape.Boolean, CoercionInputShape.Float, CoercionInputShape.Integer)
                        .forEach(shape -> config.setCoercion(shape, CoercionAction.Fail)));
        return builder.build();
    }

    private static JsonMapper.Builder builder() {
        return PlainJson.builder(MAX_DEPTH)
                .addModule(new JavaTimeModule())
                .addModules(ofNullables())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                // A decimal keeps all its digits, and a time its offset.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    }

    /** Models with properties that may be absent, null or set come with a library that no other model needs. */
    private static List<Module> ofNullables() {
        try {
            Class<?> module = Class.forName("org.openapitools.jackson.nullable.JsonNullableModule");
            return List.of((Module) module.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            return List.of();
        }
    }
}
