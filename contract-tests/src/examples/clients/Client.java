import java.io.IOException;
import java.time.Duration;
import net.ixapi.auth.client.IxApiClient;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.HttpResponse;

/** A client with this project's library, which does all that is asked of clients. */
public final class Client {
    private Client() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int calls = Integer.parseInt(System.getenv("IX_CHECK_CALLS"));
        Duration pause = Duration.ofSeconds(Integer.parseInt(System.getenv("IX_CHECK_SECONDS"))).dividedBy(calls);
        try (IxApiClient ixapi = IxApiClient.fromEnvironment().acceptAny2xx(true).build()) {
            for (int i = 0; i < calls; i++) {
                Thread.sleep(i == 0 ? 0 : pause.toMillis());
                HttpGet accounts = new HttpGet(ixapi.baseUrl() + "/accounts");
                if (ixapi.httpClient().execute(accounts, HttpResponse::getCode) != 200) {
                    System.exit(1);
                }
            }
        }
    }
}
