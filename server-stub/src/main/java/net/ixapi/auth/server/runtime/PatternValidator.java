package net.ixapi.auth.server.runtime;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Pattern;

/**
 * JSON Schema's {@code pattern} may match any part of a string (JSON Schema Validation, draft wright-00, section 5.8);
 * Jakarta Validation's must match the whole.
 */
public final class PatternValidator implements ConstraintValidator<Pattern, CharSequence> {
    private java.util.regex.Pattern pattern = java.util.regex.Pattern.compile("");

    @Override
    public void initialize(Pattern constraint) {
        pattern = java.util.regex.Pattern.compile(constraint.regexp());
    }

    @Override
    public boolean isValid(CharSequence value, ConstraintValidatorContext context) {
        return value == null || pattern.matcher(value).find();
    }
}
