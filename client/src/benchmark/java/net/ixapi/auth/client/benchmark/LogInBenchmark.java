package net.ixapi.auth.client.benchmark;

import java.io.IOException;
import java.net.URI;
import net.ixapi.auth.client.IxApiClient;
import net.ixapi.auth.client.runtime.HandWritten;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.stock.ApiClient;
import net.ixapi.auth.stock.ApiException;
import net.ixapi.auth.stock.AuthApi;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One log-in, three ways. */
@State(Scope.Thread)
public class LogInBenchmark {
    /** Where the server is. */
    static final String ADDRESS = "benchmark.address";

    private static final String KEY = "k".repeat(16);
    private static final String SECRET = "s".repeat(86);

    private IxApiClient client;
    private HandWritten byHand;
    private ApiClient stockClient;
    private AuthApi stock;

    @Setup
    public void connect() {
        URI address = URI.create(System.getProperty(ADDRESS));
        client = IxApiClient.at(address).credentials(KEY, SECRET).build();
        byHand = new HandWritten(address);
        stockClient = new ApiClient();
        stock = new AuthApi(stockClient.setBasePath(address.toString()));
    }

    @TearDown
    public void close() throws IOException {
        client.close();
        byHand.close();
        stockClient.getHttpClient().close();
    }

    @Benchmark
    public AuthToken client() {
        return client.auth().authTokenCreate(credentials());
    }

    @Benchmark
    public AuthToken byHand() throws IOException {
        return byHand.logIn(credentials());
    }

    @Benchmark
    public net.ixapi.auth.stock.AuthToken stock() throws ApiException {
        return stock.authTokenCreate(
                new net.ixapi.auth.stock.AuthTokenRequest().apiKey(KEY).apiSecret(SECRET));
    }

    private static AuthTokenRequest credentials() {
        return new AuthTokenRequest().apiKey(KEY).apiSecret(SECRET);
    }
}
