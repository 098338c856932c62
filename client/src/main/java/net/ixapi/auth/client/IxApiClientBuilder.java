package net.ixapi.auth.client;

import java.net.URI;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.ixapi.auth.client.runtime.HttpSettings;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.client.runtime.RetryingTransport;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.client.session.AuthApiTokens;
import net.ixapi.auth.client.session.ClientCredentialsTokens;
import net.ixapi.auth.client.session.Credentials;
import net.ixapi.auth.client.session.OAuth2;
import net.ixapi.auth.client.session.SessionBuilder;
import net.ixapi.auth.client.session.TokenProvider;
import org.jspecify.annotations.Nullable;

/** Settings of an {@link IxApiClient}. Not safe for use by several threads at once; several clients may be built of one. */
public final class IxApiClientBuilder extends HttpSettings<IxApiClientBuilder> {
    final URI baseUrl;
    private @Nullable Supplier<Credentials> credentials;
    private @Nullable OAuth2 oauth2;
    private @Nullable TokenProvider tokenProvider;
    private int attempts = 3;
    private Consumer<SessionBuilder> session = builder -> {};

    IxApiClientBuilder(URI baseUrl) {
        this.baseUrl = HttpTransport.baseUri(baseUrl, AuthApi.BASE_PATH);
    }

    /**
     * Sets what to log in with.
     *
     * @param apiKey the key, 16 characters
     * @param apiSecret the secret, 86 characters
     * @return this builder
     */
    public IxApiClientBuilder credentials(String apiKey, String apiSecret) {
        Credentials fixed = new Credentials(apiKey, apiSecret);
        return credentials(() -> fixed);
    }

    /**
     * Sets where the credentials come from.
     *
     * @param source asked at each log-in, by one thread at a time; it bounds its own time and asks no session for a token, as
     *     {@link TokenProvider} says
     * @return this builder
     */
    public IxApiClientBuilder credentials(Supplier<Credentials> source) {
        credentials = Objects.requireNonNull(source, "source");
        return this;
    }

    /**
     * Logs in by OAuth2 client credentials, with the key as {@code client_id} and the secret as {@code client_secret}, instead of
     * at the exchange.
     *
     * @param settings the token URL and the scopes
     * @return this builder
     */
    public IxApiClientBuilder oauth2(OAuth2 settings) {
        oauth2 = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /**
     * Sets where tokens come from, instead of from the exchange for credentials.
     *
     * @param provider asked by one thread at a time; it bounds its own time, since the timeouts and the retries here are not its
     * @return this builder
     */
    public IxApiClientBuilder tokenProvider(TokenProvider provider) {
        tokenProvider = Objects.requireNonNull(provider, "provider");
        return this;
    }

    /**
     * Sets how often a request is sent at most: again where there was no connection, and after 429, 502, 503 and 504. A refresh
     * that may have been carried out never is.
     *
     * @param value 3 by default; 1 for no retry. Before the second attempt the wait is half a second, and each time twice as long,
     *     up to 10 seconds
     * @return this builder
     */
    public IxApiClientBuilder attempts(int value) {
        attempts = value;
        return this;
    }

    /**
     * Sets when tokens are renewed, who is told and what was stored, as in {@code session(settings -> settings.listener(store))}.
     *
     * @param settings sets what is not to be as by default, for each client that is built
     * @return this builder
     */
    public IxApiClientBuilder session(Consumer<SessionBuilder> settings) {
        session = session.andThen(Objects.requireNonNull(settings, "session"));
        return this;
    }

    /**
     * The client. It calls nobody before it is asked for a token.
     *
     * @return a new client, to be closed by the caller
     * @throws IllegalArgumentException if there is to be no attempt, or a setting of the session is out of its bounds
     * @throws IllegalStateException if there are neither credentials nor a token provider, or both
     */
    public IxApiClient build() {
        Transport exchange = transport(baseUrl);
        Transport tokens = oauth2 == null ? exchange : transport(oauth2.tokenUrl());
        SessionBuilder sessionBuilder = new SessionBuilder(provider(exchange, tokens)).clock(clock());
        session.accept(sessionBuilder);
        return new IxApiClient(this, exchange, tokens, sessionBuilder.build());
    }

    private Transport transport(URI server) {
        return new RetryingTransport(HttpTransport.to(server, this), attempts, callTimeout());
    }

    private TokenProvider provider(Transport exchange, Transport tokens) {
        if (credentials == null && tokenProvider != null) {
            return tokenProvider;
        } else if (credentials == null || tokenProvider != null) {
            throw new IllegalStateException(
                    "Give the builder either credentials, a source of them, or a token provider");
        }
        return oauth2 == null
                ? new AuthApiTokens(new AuthApi(exchange), baseUrl, credentials, clock())
                : new ClientCredentialsTokens(tokens, oauth2, credentials, clock());
    }
}
