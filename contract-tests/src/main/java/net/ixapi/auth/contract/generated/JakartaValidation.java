package net.ixapi.auth.contract.generated;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Collection;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Validates models by their annotations, as users of the models do. It loads slowly, so only when the first model comes. */
final class JakartaValidation {
    private static final Validator VALIDATOR = validator();

    private JakartaValidation() {}

    private static Validator validator() {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                // The default needs an expression language for messages, which nobody reads here.
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            return factory.getValidator();
        }
    }

    static boolean isValid(Object model) {
        return model instanceof Collection<?> models
                ? models.stream().allMatch(JakartaValidation::isValid)
                : VALIDATOR.validate(model).isEmpty();
    }
}
