package net.ixapi.auth.templates.differential;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Type;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * What the annotations of generated models say: nothing of values that keep to the document, and something of those that break
 * what an annotation can say.
 */
final class Annotations {
    /** What annotations can say; types and enums are what Java's own types say. */
    private static final Set<String> KEYWORDS = Set.of(
            "required",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "exclusiveMinimum",
            "maximum",
            "exclusiveMaximum",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties");

    /** Java has types for these, whose values have no length and no pattern. */
    private static final Set<String> TYPED_FORMATS = Set.of("date", "date-time", "uuid", "uri", "byte");

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private Annotations() {}

    /** The first disagreement with the document, which finds all of these good. */
    static Optional<String> disagreement(@Nullable Object[] arguments) {
        return Stream.of(arguments)
                .flatMap(Annotations::models)
                .flatMap(model -> VALIDATOR.validate(model).stream())
                .findFirst()
                .map(Annotations::text);
    }

    static boolean canSay(String keyword, Shape shape) {
        boolean isTyped = shape.type().equals("string") && TYPED_FORMATS.contains(shape.text("format"));
        // Java counts the properties of a map only.
        boolean isUncounted = keyword.endsWith("Properties")
                && !(shape.properties().isEmpty() && shape.additional().isPresent());
        return KEYWORDS.contains(keyword) && !isTyped && !isUncounted && !shape.has("enum") && !shape.isScalarOfParts();
    }

    /**
     * Not of a property that may be null, since null is what the getter returns of one that is not there; nor of one that has a
     * default; nor where the generator does not read it.
     */
    static boolean canRequire(Shape shape, String property) {
        Shape value = shape.properties().get(property);
        return !value.isNullable() && !value.has("default") && shape.requiresOfClass(property);
    }

    /** That no annotation finds a wrong value that a model can hold. */
    static Optional<String> silence(Case wrong, Type type) {
        if (wrong.keyword().isEmpty()) {
            return Optional.empty();
        }
        Object value;
        try {
            value = Likeness.MAPPER.convertValue(wrong.value(), Likeness.MAPPER.constructType(type));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return disagreement(new Object[] {value}).isPresent()
                ? Optional.empty()
                : Optional.of("is found by no annotation, against " + wrong.keyword());
    }

    private static Stream<?> models(@Nullable Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().flatMap(Annotations::models);
        } else if (value instanceof Map<?, ?> values) {
            return models(List.copyOf(values.values()));
        }
        return value == null || value instanceof Principal ? Stream.empty() : Stream.of(value);
    }

    private static String text(ConstraintViolation<?> violation) {
        return "is invalid to the annotation of " + violation.getPropertyPath() + ": " + violation.getMessageTemplate();
    }
}
