package net.ixapi.auth.client.runtime;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * The log-in as one would write it by hand. Stands in this package to have the very HttpClient that a transport makes, so that
 * only what is around it differs.
 */
public final class HandWritten implements AutoCloseable {
    private final CloseableHttpClient http =
            HttpTransport.httpClient(new TransportSettings()).build();
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final URI address;

    public HandWritten(URI baseUrl) {
        this.address = URI.create(baseUrl + "/auth/token");
    }

    public AuthToken logIn(AuthTokenRequest credentials) throws IOException {
        HttpPost request = new HttpPost(address);
        request.setHeader("Accept", "application/json, application/problem+json;q=0.9");
        request.setEntity(new ByteArrayEntity(json.writeValueAsBytes(credentials), ContentType.APPLICATION_JSON));
        return http.execute(request, this::token);
    }

    private AuthToken token(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 201) {
            throw new IOException("The server responded with " + response.getCode());
        }
        return json.readValue(response.getEntity().getContent(), AuthToken.class);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
