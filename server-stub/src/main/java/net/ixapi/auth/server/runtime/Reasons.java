package net.ixapi.auth.server.runtime;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;

/** Why a value breaks a constraint, in the words of the document, whatever the server's language is. */
final class Reasons {
    private Reasons() {}

    static String of(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof NotNull) {
            return "is required";
        } else if (constraint instanceof Size size) {
            return size(size, violation.getInvalidValue() instanceof CharSequence ? "characters" : "items");
        } else if (constraint instanceof Pattern pattern) {
            return "must match " + pattern.regexp();
        }
        return bound(constraint);
    }

    private static String bound(Annotation constraint) {
        if (constraint instanceof Min min) {
            return "must be at least " + min.value();
        } else if (constraint instanceof Max max) {
            return "must be at most " + max.value();
        } else if (constraint instanceof DecimalMin min) {
            return "must be " + (min.inclusive() ? "at least " : "more than ") + min.value();
        } else if (constraint instanceof DecimalMax max) {
            return "must be " + (max.inclusive() ? "at most " : "less than ") + max.value();
        }
        return "must be a valid " + constraint.annotationType().getSimpleName();
    }

    private static String size(Size size, String unit) {
        if (size.min() == size.max()) {
            return "must have " + size.min() + " " + unit;
        } else if (size.max() == Integer.MAX_VALUE) {
            return "must have at least " + size.min() + " " + unit;
        }
        return "must have " + (size.min() == 0 ? "at most " : "from " + size.min() + " to ") + size.max() + " " + unit;
    }
}
