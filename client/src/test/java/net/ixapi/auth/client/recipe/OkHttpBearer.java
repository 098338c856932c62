package net.ixapi.auth.client.recipe;

import java.io.IOException;
import net.ixapi.auth.client.IxApiClient;
import okhttp3.Authenticator;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Puts the token on requests to the exchange, and only there. After a 401 a request is sent once more, with a new token. */
final class OkHttpBearer implements Interceptor, Authenticator {
    private final IxApiClient ixapi;
    private final HttpUrl exchange;

    OkHttpBearer(IxApiClient ixapi) {
        this.ixapi = ixapi;
        this.exchange = HttpUrl.get(ixapi.baseUrl().toString());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        HttpUrl url = chain.request().url();
        boolean isExchange = url.scheme().equals(exchange.scheme())
                && url.host().equals(exchange.host())
                && url.port() == exchange.port();
        return chain.proceed(isExchange ? withToken(chain.request()) : chain.request());
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        String sent = response.request().header("Authorization");
        boolean again = sent != null
                && (response.priorResponse() == null || response.priorResponse().code() != 401)
                && ixapi.session().invalidate(sent.substring("Bearer ".length()));
        return again ? withToken(response.request()) : null;
    }

    private Request withToken(Request request) {
        return request.newBuilder()
                .header("Authorization", "Bearer " + ixapi.accessToken())
                .build();
    }
}
