package net.ixapi.auth.server.runtime;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Map;

/** JSON Schema counts the characters of a string (RFC 8259, section 7); Jakarta Validation counts UTF-16 units. */
final class SizeValidators {
    private SizeValidators() {}

    abstract static class Of<T> implements ConstraintValidator<Size, T> {
        private int min;
        private int max;

        abstract int size(T value);

        @Override
        public void initialize(Size size) {
            min = size.min();
            max = size.max();
        }

        @Override
        public boolean isValid(T value, ConstraintValidatorContext context) {
            return value == null || min <= size(value) && size(value) <= max;
        }
    }

    /** Public for Hibernate Validator, which makes the instances. */
    public static final class OfText extends Of<CharSequence> {
        @Override
        int size(CharSequence value) {
            return Character.codePointCount(value, 0, value.length());
        }
    }

    /** Public for Hibernate Validator, which makes the instances. */
    public static final class OfCollection extends Of<Collection<?>> {
        @Override
        int size(Collection<?> value) {
            return value.size();
        }
    }

    /** Public for Hibernate Validator, which makes the instances. */
    public static final class OfMap extends Of<Map<?, ?>> {
        @Override
        int size(Map<?, ?> value) {
            return value.size();
        }
    }
}
