package net.ixapi.auth.contract.generated;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.Proxy;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Validates models by their annotations, as users of the models do. It loads slowly, so only when the first model comes. */
public final class JakartaValidation {
    private static final @Nullable Validator VALIDATOR = isPresent() ? validator() : null;

    private JakartaValidation() {}

    /** Whether there is a Hibernate Validator on the class path: to others' builds it is optional. */
    public static boolean isPresent() {
        try {
            Class.forName("org.hibernate.validator.HibernateValidator");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Validator validator() {
        // Nobody reads the messages: with anything but their templates, an expression language would be needed.
        MessageInterpolator templates = (MessageInterpolator) Proxy.newProxyInstance(
                MessageInterpolator.class.getClassLoader(),
                new Class<?>[] {MessageInterpolator.class},
                (proxy, method, arguments) -> arguments[0]);
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(templates)
                .buildValidatorFactory()) {
            return factory.getValidator();
        }
    }

    /** Whether it finds the model as valid as that; true where there is no validator. */
    static boolean agrees(Object model, boolean valid) {
        return VALIDATOR == null || isValid(VALIDATOR, model) == valid;
    }

    private static boolean isValid(Validator validator, Object model) {
        return model instanceof Collection<?> models
                ? models.stream().allMatch(one -> isValid(validator, one))
                : validator.validate(model).isEmpty();
    }
}
