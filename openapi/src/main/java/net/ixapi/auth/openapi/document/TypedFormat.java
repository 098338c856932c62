package net.ixapi.auth.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A format that the validator does not check, or not as generated code needs it: a value fits if the generated type can hold it.
 *
 * @param name the name of the format
 * @param accepts tells which values fit
 */
record TypedFormat(String name, Predicate<JsonNode> accepts) implements Format {
    /** RFC 3339, section 5.6. A leap second is none that Java can hold. */
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    /** RFC 5321, section 4.1.2, without quoted and literal parts. The validator's own asks for a known top-level domain. */
    private static final Pattern EMAIL = Pattern.compile("(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
            + "(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@LABEL(\\.LABEL)*"
                    .replace("LABEL", "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"));

    static final List<Format> ALL = List.of(
            new TypedFormat("int32", value -> !value.isNumber() || isInteger(value) && value.canConvertToInt()),
            new TypedFormat("int64", value -> !value.isNumber() || isInteger(value) && value.canConvertToLong()),
            new TypedFormat(
                    "float",
                    value -> !value.isNumber() || Float.isFinite(decimal(value).floatValue())),
            new TypedFormat(
                    "double",
                    value -> !value.isNumber() || Double.isFinite(decimal(value).doubleValue())),
            new TypedFormat(
                    "email",
                    value -> !value.isTextual()
                            || EMAIL.matcher(value.textValue()).matches()),
            new TypedFormat("byte", value -> !value.isTextual() || isBase64(value.textValue())),
            new TypedFormat("date-time", value -> !value.isTextual() || isDateTime(value.textValue())));

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext executionContext, SchemaContext schemaContext, JsonNode value) {
        return accepts.test(value);
    }

    /** A fraction is of a wrong type where an integer is asked for, and that is said once. */
    private static boolean isInteger(JsonNode value) {
        return value.isIntegralNumber() || value.canConvertToExactIntegral();
    }

    private static BigDecimal decimal(JsonNode value) {
        return value.decimalValue();
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDateTime(String text) {
        try {
            return DATE_TIME.matcher(text).matches() && OffsetDateTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
