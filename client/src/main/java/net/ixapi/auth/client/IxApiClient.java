package net.ixapi.auth.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import net.ixapi.auth.client.bearer.BearerHandler;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.client.session.OAuth2;
import net.ixapi.auth.client.session.Session;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * Keeps a program logged in at an exchange. Immutable, safe for many threads; whoever builds it closes it.
 *
 * <pre>{@code
 * try (IxApiClient ixapi = IxApiClient.fromEnvironment().build()) {
 *     String token = ixapi.accessToken();
 * }
 * }</pre>
 */
public final class IxApiClient implements AutoCloseable {
    private final URI baseUrl;
    private final Transport transport;
    private final Transport tokenTransport;
    private final Session session;
    private final CloseableHttpClient http;

    IxApiClient(IxApiClientBuilder builder, Transport transport, Transport tokenTransport, Session session) {
        this.baseUrl = builder.baseUrl;
        this.transport = transport;
        this.tokenTransport = tokenTransport;
        this.session = session;
        this.http = bearer().addTo(HttpTransport.httpClient(builder)).build();
    }

    /**
     * A client that is not built yet.
     *
     * @param baseUrl the exchange's address: absolute, with any path, or without one for {@code /api/v2}
     * @return a builder, to which credentials must be given
     * @throws IllegalArgumentException if the address is not absolute http(s), or has a query, a fragment or a password
     */
    public static IxApiClientBuilder at(URI baseUrl) {
        return new IxApiClientBuilder(baseUrl);
    }

    /**
     * A client for the exchange and the credentials that the environment names: {@code IX_API_HOST}, an address as in
     * {@link #at} or a mere host name, {@code IX_API_KEY} and {@code IX_API_SECRET}. With {@code IX_API_AUTH=oauth2} it logs in
     * by OAuth2 client credentials at {@code IX_API_OAUTH2_TOKEN_URL}, for {@code IX_API_OAUTH2_SCOPES} (separated by commas;
     * {@code ix-api} by default).
     *
     * @return a builder that is complete
     * @throws IllegalStateException if one of them is not set
     * @throws IllegalArgumentException as {@link #at}
     */
    public static IxApiClientBuilder fromEnvironment() {
        return from(System.getenv(), "");
    }

    /**
     * As {@link #fromEnvironment()}, for one of several exchanges: {@code fromEnvironment("DECIX")} reads
     * {@code DECIX_IX_API_HOST}, {@code DECIX_IX_API_KEY} and so on.
     *
     * @param prefix what the variables' names begin with, without the underscore after it
     * @return a builder that is complete
     * @throws IllegalStateException as {@link #fromEnvironment()}
     * @throws IllegalArgumentException as {@link #at}
     */
    public static IxApiClientBuilder fromEnvironment(String prefix) {
        return from(System.getenv(), prefix + "_");
    }

    static IxApiClientBuilder from(Map<String, String> environment, String prefix) {
        String host = required(environment, prefix + "IX_API_HOST");
        IxApiClientBuilder builder = at(address(
                        prefix + "IX_API_HOST", host.contains("://") ? host : "https://" + host))
                .credentials(
                        required(environment, prefix + "IX_API_KEY"), required(environment, prefix + "IX_API_SECRET"));
        String auth = environment.getOrDefault(prefix + "IX_API_AUTH", "").strip();
        return switch (auth) {
            case "", "legacy" -> builder;
            case "oauth2" -> builder.oauth2(oauth2(environment, prefix));
            default -> throw new IllegalArgumentException(prefix + "IX_API_AUTH must be legacy or oauth2");
        };
    }

    private static OAuth2 oauth2(Map<String, String> environment, String prefix) {
        String tokenUrl = prefix + "IX_API_OAUTH2_TOKEN_URL";
        String scopes = environment.getOrDefault(prefix + "IX_API_OAUTH2_SCOPES", "");
        return new OAuth2(
                address(tokenUrl, required(environment, tokenUrl)),
                (scopes.isBlank() ? "ix-api" : scopes.strip()).split("\\s*,\\s*"));
    }

    /** The text itself is not repeated: a password may be in it. */
    private static URI address(String variable, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(variable + " is not an address: " + e.getReason());
        }
    }

    private static String required(Map<String, String> environment, String variable) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Set the environment variable " + variable);
        }
        return value.strip();
    }

    /**
     * The address that all paths are appended to, each with the slash that it begins with.
     *
     * @return the base address with its path, and without a slash at its end
     */
    public URI baseUrl() {
        return baseUrl;
    }

    /**
     * The two operations of the contract, for programs that handle tokens themselves.
     *
     * @return the generated API
     */
    public AuthApi auth() {
        return new AuthApi(transport);
    }

    /**
     * A valid access token.
     *
     * @return the token, which is a secret
     * @throws net.ixapi.auth.client.error.ApiException as {@link Session#accessToken}
     */
    public String accessToken() {
        return session.accessToken();
    }

    /**
     * The session behind {@link #accessToken}.
     *
     * @return the one session of this client
     */
    public Session session() {
        return session;
    }

    /**
     * Carries the operations of a client that was generated for the rest of the exchange's API, as in
     * {@code new AccountsApi(ixapi.transport())}: with the access token on each request, and the timeouts and the retries of this
     * client's settings. A request that is refused for its token (401) is sent once more, with a new one.
     *
     * @return a transport that is safe for many threads; {@link #close} closes it, and its own does nothing
     */
    public Transport transport() {
        return new BearerTransport(session, transport);
    }

    /**
     * A HttpClient for the rest of the exchange's API: with the access token on each request, the timeouts and the proxy of this
     * client's settings, and neither redirects, cookies nor silent retries. {@link #close} closes it.
     *
     * @return the one HttpClient of this client, safe for many threads
     */
    public CloseableHttpClient httpClient() {
        return http;
    }

    /**
     * Puts the access token on the requests of a HttpClient of one's own:
     * {@code ixapi.bearer().addTo(HttpClients.custom()).build()}.
     *
     * @return a handler for this client's server
     */
    public BearerHandler bearer() {
        return new BearerHandler(session, baseUrl);
    }

    /**
     * Closes the connections, unless they are those of a client that was handed in, and ends the waits for another attempt: a
     * renewal under way ends with an exception, and its thread with it. A token that is still valid is served on.
     */
    @Override
    public void close() {
        session.close();
        transport.close();
        tokenTransport.close();
        http.close(CloseMode.GRACEFUL);
    }
}
