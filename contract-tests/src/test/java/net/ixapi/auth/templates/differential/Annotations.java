package net.ixapi.auth.templates.differential;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** What the annotations of generated models say of values that keep to the document: nothing, or they are wrong. */
final class Annotations {
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
