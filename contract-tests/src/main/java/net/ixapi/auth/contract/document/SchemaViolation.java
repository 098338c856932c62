package net.ixapi.auth.contract.document;

/**
 * A rule of a schema that a body breaks. Immutable; holds no value of the body.
 *
 * @param property where in the body, a JSON pointer, of what is missing too; {@code 0} stands for the items of an array; empty for the
 *     body as a whole
 * @param keyword the rule, such as {@code maxLength}
 * @param rule where the rule stands in the document, a JSON pointer
 */
public record SchemaViolation(String property, String keyword, String rule) {
    /**
     * For reports.
     *
     * @return such as {@code /type breaks 'pattern' of /components/schemas/…}
     */
    public String text() {
        return (property.isEmpty() ? "the body" : property) + " breaks '" + keyword + "' of " + rule;
    }
}
