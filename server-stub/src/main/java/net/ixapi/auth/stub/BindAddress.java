package net.ixapi.auth.stub;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a stub listens. Immutable.
 *
 * @param name a name or an address, without brackets
 * @param address what it stands for
 */
record BindAddress(String name, InetAddress address) {
    /** Only programs on this machine can reach it. */
    static final BindAddress LOOPBACK = of("127.0.0.1");

    private static final int MAX_PORT = 65_535;

    /**
     * A host.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    static BindAddress of(String text) {
        String bare = text.matches("\\[.*]") ? text.substring(1, text.length() - 1) : text;
        if (bare.isBlank()) {
            throw new IllegalArgumentException("The host must be a name or an address, such as 127.0.0.1.");
        }
        try {
            return new BindAddress(bare, InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("There is no host " + bare + ".");
        }
    }

    /**
     * A port, or 0 for a free one.
     *
     * @throws IllegalArgumentException if there is no such port; the message says which one it was for
     */
    static int requirePort(String name, int value) {
        if (value < 0 || value > MAX_PORT) {
            throw new IllegalArgumentException(
                    "The " + name + " must be between 0 and " + MAX_PORT + ", but is " + value + ".");
        }
        return value;
    }

    boolean isLoopback() {
        return address.isLoopbackAddress();
    }

    /** As it stands in an address that this machine can call. */
    String inUri() {
        String reachable = address.isAnyLocalAddress() ? LOOPBACK.name : name;
        return reachable.contains(":") ? "[" + reachable + "]" : reachable;
    }
}
