package net.ixapi.auth.server.runtime;

import java.util.Collection;
import java.util.List;

/** The request does not keep to the document: answered with 400 and the list of what is wrong. */
public class InvalidRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    /**
     * A request that cannot be served.
     *
     * @param errors what is wrong with it
     */
    public InvalidRequestException(List<FieldError> errors) {
        super("invalid: " + errors.stream().map(FieldError::name).toList());
        this.errors = List.copyOf(errors);
    }

    /**
     * A request with one thing wrong.
     *
     * @param name where it stands
     * @param reason what is wrong with it, without its value
     */
    public InvalidRequestException(String name, String reason) {
        this(List.of(new FieldError(name, reason)));
    }

    static void throwIfAny(Collection<FieldError> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(
                    violations.stream().limit(FieldError.MAX).toList());
        }
    }

    /**
     * What is wrong with the request.
     *
     * @return at least one error
     */
    public List<FieldError> errors() {
        return errors;
    }
}
