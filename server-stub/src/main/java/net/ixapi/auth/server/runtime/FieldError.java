package net.ixapi.auth.server.runtime;

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
}
