package net.ixapi.auth.contract.wire;

/** How a request says where its body ends (RFC 9112, section 6). */
public enum Framing {
    /** There is no body, and nothing is said of one. */
    NONE,
    /** With {@code Content-Length}. */
    LENGTH,
    /** In chunks, with {@code Transfer-Encoding}. */
    CHUNKED
}
