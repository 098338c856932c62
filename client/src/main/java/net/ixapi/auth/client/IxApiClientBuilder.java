package net.ixapi.auth.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.client.runtime.RetrySettings;
import net.ixapi.auth.client.runtime.RetryingTransport;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.client.session.AuthApiTokens;
import net.ixapi.auth.client.session.ClientCredentialsTokens;
import net.ixapi.auth.client.session.CredentialSource;
import net.ixapi.auth.client.session.Credentials;
import net.ixapi.auth.client.session.OAuth2;
import net.ixapi.auth.client.session.Session;
import net.ixapi.auth.client.session.SessionBuilder;
import net.ixapi.auth.client.session.SessionSettings;
import net.ixapi.auth.client.session.TokenListener;
import net.ixapi.auth.client.session.TokenPair;
import net.ixapi.auth.client.session.TokenProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.jspecify.annotations.Nullable;

/** Settings of an {@link IxApiClient}. Not safe for use by several threads at once; several clients may be built of one. */
public final class IxApiClientBuilder {
    private final URI baseUrl;
    private final Sending sending = new Sending();
    private @Nullable CredentialSource credentials;
    private @Nullable OAuth2 oauth2;
    private @Nullable TokenProvider tokenProvider;
    private RetrySettings retries = RetrySettings.DEFAULT;
    private SessionSettings session = SessionSettings.DEFAULT;
    private Clock clock = Clock.systemUTC();
    private TokenListener listener = pair -> {};
    private boolean renewsByTimer;
    private @Nullable TokenPair pair;

    IxApiClientBuilder(URI baseUrl) {
        this.baseUrl = withoutLastSlash(HttpTransport.baseUri(baseUrl, AuthApi.BASE_PATH));
    }

    /** So that whoever appends a path begins it with a slash. */
    private static URI withoutLastSlash(URI address) {
        return URI.create(address.toString().replaceFirst("/+$", ""));
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
     * @param source asked at each log-in
     * @return this builder
     */
    public IxApiClientBuilder credentials(CredentialSource source) {
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
     * Sets how long the server may take to accept a connection.
     *
     * @param value 5 seconds by default
     * @return this builder
     */
    public IxApiClientBuilder connectTimeout(Duration value) {
        sending.setOwn("connectTimeout", settings -> settings.withConnectTimeout(value));
        return this;
    }

    /**
     * Sets how long the server may stay silent.
     *
     * @param value 30 seconds by default
     * @return this builder
     */
    public IxApiClientBuilder responseTimeout(Duration value) {
        sending.setOwn("responseTimeout", settings -> settings.withResponseTimeout(value));
        return this;
    }

    /**
     * Sets how long to wait for a free connection.
     *
     * @param value 5 seconds by default
     * @return this builder
     */
    public IxApiClientBuilder connectionRequestTimeout(Duration value) {
        sending.setOwn("connectionRequestTimeout", settings -> settings.withConnectionRequestTimeout(value));
        return this;
    }

    /**
     * Sets how long a call may take in all: the lookup of the server's name, all attempts, and the last byte of the answer.
     *
     * @param value 60 seconds by default
     * @return this builder
     */
    public IxApiClientBuilder callTimeout(Duration value) {
        sending.set(settings -> settings.withCallTimeout(value));
        return this;
    }

    /**
     * Sets the proxy.
     *
     * @param value such as {@code http://proxy.example:3128}, or null for none, the default
     * @return this builder
     */
    public IxApiClientBuilder proxy(@Nullable URI value) {
        sending.setOwn("proxy", settings -> settings.withProxy(value));
        return this;
    }

    /**
     * Sets what the client calls itself.
     *
     * @param value {@code ixapi-auth} by default
     * @return this builder
     */
    public IxApiClientBuilder userAgent(String value) {
        sending.setOwn("userAgent", settings -> settings.withUserAgent(value));
        return this;
    }

    /**
     * Sets whether any 2xx counts as the documented 201.
     *
     * @param value false by default
     * @return this builder
     */
    public IxApiClientBuilder acceptAny2xx(boolean value) {
        sending.set(settings -> settings.withAcceptAny2xx(value));
        return this;
    }

    /**
     * Sets how often a request is sent.
     *
     * @param settings the settings
     * @return this builder
     */
    public IxApiClientBuilder retries(RetrySettings settings) {
        retries = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /**
     * Sets when the pair of tokens is renewed.
     *
     * @param settings the settings
     * @return this builder
     */
    public IxApiClientBuilder session(SessionSettings settings) {
        session = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /**
     * Sets the clock by which tokens expire.
     *
     * @param value the clock
     * @return this builder
     */
    public IxApiClientBuilder clock(Clock value) {
        clock = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets what sees each new pair, to store it for example.
     *
     * @param value the listener
     * @return this builder
     */
    public IxApiClientBuilder listener(TokenListener value) {
        listener = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets whether a timer renews the token when nobody asks for it, so that the first caller after a quiet time need not wait.
     *
     * @param value false by default
     * @return this builder
     */
    public IxApiClientBuilder renewsByTimer(boolean value) {
        renewsByTimer = value;
        return this;
    }

    /**
     * Starts with a pair that an earlier run has stored.
     *
     * @param stored the pair, or null for none
     * @return this builder
     */
    public IxApiClientBuilder tokens(@Nullable TokenPair stored) {
        pair = stored;
        return this;
    }

    /**
     * Sends all requests through a client of the caller's, which is never closed here. It follows no redirect for them.
     *
     * @param client the client, whose own timeouts, proxy and user agent hold: {@link #build} refuses those of this builder
     * @return this builder
     */
    public IxApiClientBuilder httpClient(CloseableHttpClient client) {
        sending.through(Objects.requireNonNull(client, "client"));
        return this;
    }

    /**
     * The client. It calls nobody before it is asked for a token.
     *
     * @return a new client, to be closed by the caller
     * @throws IllegalStateException if there are neither credentials nor a token provider, or both; or if there is a HttpClient of
     *     the caller's and a setting that has no effect on it
     */
    public IxApiClient build() {
        if (credentials == null && tokenProvider == null) {
            throw new IllegalStateException("Give the builder credentials, a source of them, or a token provider");
        } else if (credentials != null && tokenProvider != null) {
            throw new IllegalStateException("Give the builder credentials or a token provider, not both");
        }
        return new IxApiClient(this);
    }

    URI baseUrl() {
        return baseUrl;
    }

    HttpTransport transport() {
        return sending.transport(baseUrl);
    }

    HttpClientBuilder httpClient() {
        return HttpTransport.httpClient(sending.settings());
    }

    /** To where the credentials go if that is not the exchange. */
    @Nullable HttpTransport tokenTransport() {
        return oauth2 == null ? null : sending.transport(oauth2.tokenUrl());
    }

    RetryingTransport retrying(Transport once) {
        return new RetryingTransport(once, retries, sending.callTimeout());
    }

    Session newSession(AuthApi auth, @Nullable Transport tokens) {
        return new SessionBuilder(provider(auth, tokens))
                .settings(session)
                .clock(clock)
                .listener(listener)
                .renewsByTimer(renewsByTimer)
                .pair(pair)
                .build();
    }

    private TokenProvider provider(AuthApi auth, @Nullable Transport tokens) {
        if (tokenProvider != null) {
            return tokenProvider;
        }
        CredentialSource source = Objects.requireNonNull(credentials);
        return oauth2 == null || tokens == null
                ? new AuthApiTokens(auth, baseUrl, source, clock)
                : new ClientCredentialsTokens(tokens, oauth2, source, clock);
    }
}
