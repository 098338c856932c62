package net.ixapi.auth.openapi.document;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/**
 * Refuses numbers that are short only because of their exponent, by an {@link UncheckedIOException}: whoever compares one digit by
 * digit, as the validator does, writes a gigabyte of them. Safe for many threads.
 */
public final class BoundedNumbers extends JsonNodeFactory {
    private static final long serialVersionUID = 1;

    /** As many as Jackson reads of a number without an exponent. */
    private static final int MAX_DIGITS = StreamReadConstraints.DEFAULT_MAX_NUM_LEN;

    @Override
    public ValueNode numberNode(BigDecimal value) {
        require(Math.abs((long) value.scale()) <= MAX_DIGITS);
        return super.numberNode(value);
    }

    @Override
    public NumericNode numberNode(double value) {
        require(!Double.isInfinite(value));
        return super.numberNode(value);
    }

    private static void require(boolean bounded) {
        if (!bounded) {
            throw new UncheckedIOException(
                    new StreamConstraintsException("Number has more than " + MAX_DIGITS + " digits"));
        }
    }
}
