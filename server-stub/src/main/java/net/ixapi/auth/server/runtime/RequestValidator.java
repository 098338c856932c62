package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;

/** Checks requests against the constraints that were generated from the document. Immutable and safe for many threads. */
final class RequestValidator {
    private final Validator validator;

    RequestValidator(ObjectMapper json) {
        HibernateValidatorConfiguration configuration = Validation.byProvider(HibernateValidator.class)
                .configure()
                // Reasons has the words; the default would need an expression language.
                .messageInterpolator(new Untouched())
                .propertyNodeNameProvider(new JsonNames(json));
        try (ValidatorFactory factory = configuration
                .addMapping(asJsonSchemaCounts(configuration.createConstraintMapping()))
                .buildValidatorFactory()) {
            validator = factory.getValidator();
        }
    }

    /** What is wrong, in the order of the members' names; empty where nothing is. */
    List<FieldError> check(Object input) {
        Set<ConstraintViolation<Object>> violations = validator.validate(input);
        if (violations.isEmpty()) {
            return List.of();
        }
        return violations.stream()
                .map(RequestValidator::invalid)
                .sorted(Comparator.comparing(FieldError::name).thenComparing(FieldError::reason))
                .toList();
    }

    private static ConstraintMapping asJsonSchemaCounts(ConstraintMapping mapping) {
        mapping.constraintDefinition(Size.class)
                .includeExistingValidators(false)
                .validatedBy(SizeValidators.OfText.class)
                .validatedBy(SizeValidators.OfCollection.class)
                .validatedBy(SizeValidators.OfMap.class);
        mapping.constraintDefinition(Pattern.class)
                .includeExistingValidators(false)
                .validatedBy(PatternValidator.class);
        return mapping;
    }

    private static FieldError invalid(ConstraintViolation<Object> violation) {
        return new FieldError(PropertyPath.of(violation.getPropertyPath()), Reasons.of(violation));
    }

    private static final class Untouched implements MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }
}
