package net.ixapi.auth.contract.clients;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import net.ixapi.auth.client.IxApiClient;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.HttpResponse;

/** This project's client, with the settings of its README but for its timeouts, which are shorter. */
final class OwnClient {
    private OwnClient() {}

    static ClientProgram program() {
        return new Calls(OwnClient::client);
    }

    private static Calls.Call client(Map<String, String> environment) {
        IxApiClient client = IxApiClient.at(URI.create(environment.get("IX_API_HOST")))
                .credentials(environment.get("IX_API_KEY"), environment.get("IX_API_SECRET"))
                .acceptAny2xx(true)
                .responseTimeout(Duration.ofSeconds(3))
                .callTimeout(Duration.ofSeconds(5))
                .build();
        HttpGet accounts = new HttpGet(client.baseUrl() + "/accounts");
        return () -> client.httpClient().execute(accounts, HttpResponse::getCode);
    }
}
