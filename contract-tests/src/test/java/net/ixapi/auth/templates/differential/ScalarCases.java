package net.ixapi.auth.templates.differential;

import static net.ixapi.auth.templates.differential.Samples.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Numbers on both sides of their bounds, and values that are not of a format. */
final class ScalarCases {
    static final Map<String, JsonNode> WRONG_FORMATS = Map.ofEntries(
            Map.entry("date", JSON.textNode("2026-02-29")),
            Map.entry("date-time", JSON.textNode("2026-02-28 12:30")),
            Map.entry("uuid", JSON.textNode("0a1b2c3d")),
            Map.entry("uri", JSON.textNode("a b")),
            Map.entry("byte", JSON.textNode("A*")),
            Map.entry("email", JSON.textNode("noc")),
            Map.entry("hostname", JSON.textNode("-x")),
            Map.entry("ipv4", JSON.textNode("192.0.2")),
            Map.entry("ipv6", JSON.textNode("2001")),
            Map.entry("time", JSON.textNode("noon")),
            Map.entry("duration", JSON.textNode("long")),
            Map.entry("int32", JSON.numberNode(1L << 31)),
            Map.entry("int64", JSON.numberNode(BigInteger.ONE.shiftLeft(63))),
            Map.entry("double", JSON.numberNode(new BigDecimal("1e999"))),
            Map.entry("float", JSON.numberNode(new BigDecimal("1e99"))));

    /** Takes a case. */
    interface Adder {
        void add(String what, boolean valid, JsonNode value);
    }

    private ScalarCases() {}

    static void numbers(Shape shape, JsonNode good, Adder cases) {
        boolean isInteger = shape.type().equals("integer");
        BigDecimal step = shape.bound("multipleOf").orElse(BigDecimal.ONE);
        if (isInteger) {
            cases.add("a fraction", false, JSON.numberNode(new BigDecimal("1.5")));
        }
        for (String rule : List.of("minimum", "maximum")) {
            int away = rule.equals("minimum") ? -1 : 1;
            shape.bound(rule).filter(bound -> !shape.has("enum")).ifPresent(bound -> {
                String exclusive = "exclusiveM" + rule.substring(1);
                cases.add(
                        "beyond its " + rule,
                        false,
                        number(bound.add(step.multiply(BigDecimal.valueOf(away))), isInteger));
                if (bound.remainder(step).signum() == 0) {
                    cases.add("at its " + rule, !shape.isTrue(exclusive), number(bound, isInteger));
                }
            });
        }
        shape.bound("multipleOf")
                .filter(multiple -> !isInteger || multiple.compareTo(BigDecimal.ONE) != 0)
                .ifPresent(multiple -> cases.add(
                        "no multiple",
                        false,
                        isInteger
                                ? number(good.decimalValue().add(BigDecimal.ONE), true)
                                : number(good.decimalValue().add(multiple.divide(BigDecimal.valueOf(2))), false)));
    }

    private static JsonNode number(BigDecimal value, boolean isInteger) {
        return isInteger ? JSON.numberNode(value.toBigInteger()) : JSON.numberNode(value);
    }
}
