package net.ixapi.auth.client.runtime;

/** The settings of a {@link HttpTransport}. Not safe for use by several threads at once. */
public final class TransportSettings extends HttpSettings<TransportSettings> {
    /** The defaults: 5 seconds for a connection, 30 for the response, 60 in all; the documented success only. */
    public TransportSettings() {}
}
