package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/** The two ways to read: bodies to the letter of the document, parameters from the text that a URL holds. */
final class Json {
    private Json() {}

    /** No value becomes one of another JSON type; members that a type does not list are let pass, unless it is closed. */
    static JsonMapper strict() {
        JsonMapper.Builder builder = common().disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                // A decimal keeps all its digits.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .addHandler(new UnknownProperties())
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
        for (LogicalType type : LogicalType.values()) {
            builder.withCoercionConfig(type, config -> refuseOthers(type, config));
        }
        return builder.build();
    }

    /** A parameter is text, so {@code "5"} is a number where the document asks for one. */
    static JsonMapper ofText() {
        return common().build();
    }

    private static JsonMapper.Builder common() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(Scalars.module())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    private static void refuseOthers(LogicalType type, MutableCoercionConfig config) {
        config.setCoercion(
                CoercionInputShape.EmptyString,
                type == LogicalType.Textual ? CoercionAction.TryConvert : CoercionAction.Fail);
        if (type == LogicalType.Textual) {
            List.of(CoercionInputShape.Boolean, CoercionInputShape.Float, CoercionInputShape.Integer)
                    .forEach(shape -> config.setCoercion(shape, CoercionAction.Fail));
        }
    }
}
