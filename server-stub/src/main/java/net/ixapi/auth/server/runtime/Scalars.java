package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The types that Jackson would also make of JSON that the document does not mean: a date of a number or an array, a number of
 * {@code "NaN"}, an enum of a number that happens to be spelled like one of its texts.
 */
final class Scalars {
    private Scalars() {}

    static SimpleModule module() {
        return new SimpleModule()
                .addDeserializer(OffsetDateTime.class, new OfText<>(OffsetDateTime.class, OffsetDateTime::parse))
                .addDeserializer(LocalDate.class, new OfText<>(LocalDate.class, LocalDate::parse))
                .addDeserializer(URI.class, new OfText<>(URI.class, URI::create))
                .addDeserializer(byte[].class, new OfText<>(byte[].class, Base64.getDecoder()::decode))
                .addDeserializer(Double.class, new OfNumber<>(Double.class, BigDecimal::doubleValue))
                .addDeserializer(Float.class, new OfNumber<>(Float.class, BigDecimal::floatValue))
                .setDeserializerModifier(new EnumsOfText());
    }

    /** A format of JSON's strings. */
    private static final class OfText<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parser;

        OfText(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        public @Nullable T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return refused(json, context);
            }
            try {
                return parser.apply(json.getText());
            } catch (DateTimeException | IllegalArgumentException e) {
                return refused(json, context);
            }
        }

        @SuppressWarnings("unchecked")
        private T refused(JsonParser json, DeserializationContext context) throws IOException {
            return (T) context.handleUnexpectedToken(_valueClass, json);
        }
    }

    /** A number with an end; JSON has no other. */
    private static final class OfNumber<T extends Number> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<BigDecimal, T> conversion;

        OfNumber(Class<T> type, Function<BigDecimal, T> conversion) {
            super(type);
            this.conversion = conversion;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            BigDecimal decimal = decimal(json, context);
            T value = decimal == null ? null : conversion.apply(decimal);
            return value == null || Double.isInfinite(value.doubleValue())
                    ? (T) context.handleUnexpectedToken(_valueClass, json)
                    : value;
        }

        private static @Nullable BigDecimal decimal(JsonParser json, DeserializationContext context)
                throws IOException {
            if (json.currentToken().isNumeric()) {
                return json.getDecimalValue();
            }
            boolean textHoldsNumbers = context.isEnabled(MapperFeature.ALLOW_COERCION_OF_SCALARS);
            try {
                return textHoldsNumbers && json.hasToken(JsonToken.VALUE_STRING)
                        ? new BigDecimal(json.getText())
                        : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    private static final class EnumsOfText extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> reader) {
            AnnotatedMember value = description.findJsonValueAccessor();
            return value == null || value.getRawType() == String.class ? new OnlyText(reader) : reader;
        }
    }

    private static final class OnlyText extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;

        OnlyText(JsonDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
            return new OnlyText(reader);
        }

        @Override
        public @Nullable Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return json.hasToken(JsonToken.VALUE_STRING)
                    ? super.deserialize(json, context)
                    : context.handleUnexpectedToken(handledType(), json);
        }
    }
}
