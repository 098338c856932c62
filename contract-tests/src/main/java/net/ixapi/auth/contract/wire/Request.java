package net.ixapi.auth.contract.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request as it goes over the wire, good or bad. Immutable. {@code toString} prints method and path only: the body may hold
 * secrets.
 *
 * @param method the method, as written
 * @param path relative to the base address, with its leading slash
 * @param headers all but {@code Host} and those of the framing, in their order
 * @param body the bytes of the body; not to be changed
 * @param framing how the end of the body is told
 */
public record Request(String method, String path, List<Header> headers, byte[] body, Framing framing) {
    /** The media type of all bodies of the contract. */
    public static final String JSON = "application/json";

    /** Copies the headers. */
    public Request {
        headers = List.copyOf(headers);
    }

    /**
     * A request with JSON, or what pretends to be.
     *
     * @param method the method
     * @param path relative to the base address
     * @param body the body
     * @return the request
     */
    public static Request json(String method, String path, String body) {
        return new Request(
                method,
                path,
                List.of(new Header("Content-Type", JSON), new Header("Accept", JSON)),
                body.getBytes(StandardCharsets.UTF_8),
                Framing.LENGTH);
    }

    /**
     * A request without a body.
     *
     * @param method the method
     * @param path relative to the base address
     * @return the request
     */
    public static Request bare(String method, String path) {
        return new Request(method, path, List.of(new Header("Accept", JSON)), new byte[0], Framing.NONE);
    }

    /**
     * The same with another body.
     *
     * @param bytes the body
     * @return the request
     */
    public Request withBody(byte[] bytes) {
        return new Request(method, path, headers, bytes, framing);
    }

    /**
     * The same, sent another way.
     *
     * @param other how the end of the body is told
     * @return the request
     */
    public Request withFraming(Framing other) {
        return new Request(method, path, headers, body, other);
    }

    /**
     * The same with one header added or replaced. A line break in its value, as in that of a token, would end it.
     *
     * @param name its name
     * @param value its value
     * @return the request
     */
    public Request withHeader(String name, String value) {
        Stream<Header> others = withoutHeader(name).headers.stream();
        return new Request(
                method,
                path,
                Stream.concat(others, Stream.of(new Header(name, value.replaceAll("\\R", " "))))
                        .toList(),
                body,
                framing);
    }

    /**
     * The same without a header.
     *
     * @param name its name
     * @return the request
     */
    public Request withoutHeader(String name) {
        List<Header> others =
                headers.stream().filter(header -> !header.is(name)).toList();
        return new Request(method, path, others, body, framing);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
