package net.ixapi.auth.server.runtime;

import java.util.List;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

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
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .addModules(ofNullables())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                // A decimal keeps all its digits, and a time its offset.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }

    /** Models with properties that may be absent, null or set come with a library that no other model needs. */
    private static List<JacksonModule> ofNullables() {
        try {
            Class<?> module = Class.forName("org.openapitools.jackson.nullable.JsonNullableJackson3Module");
            return List.of((JacksonModule) module.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            return List.of();
        }
    }
}
