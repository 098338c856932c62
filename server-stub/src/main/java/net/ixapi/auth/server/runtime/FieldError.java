package net.ixapi.auth.server.runtime;

import java.util.stream.Stream;

/**
 * A part of a request that is missing or wrong. Immutable.
 *
 * @param name where it stands, as the client wrote it: {@code api_key}, {@code items[2].name}, or {@code body}
 * @param reason what is wrong with it, without its value
 */
public record FieldError(String name, String reason) {
    /** The name that stands for the body as a whole. */
    public static final String BODY = "body";

    /** A client that got more than this wrong is helped by no longer list. */
    static final int MAX = 50;

    /** What is wrong with a part of a parameter, or with an empty name of the body. A step is the name of a property or the index of an item. */
    static FieldError at(String start, Stream<?> steps, String reason) {
        StringBuilder name = new StringBuilder(start);
        steps.filter(step -> !step.equals(""))
                .forEach(step ->
                        name.append(step instanceof Integer ? "[" + step + "]" : (name.isEmpty() ? "" : ".") + step));
        return new FieldError(name.isEmpty() ? BODY : name.toString(), reason);
    }
}
