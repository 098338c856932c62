package net.ixapi.auth.contract.generated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Framing;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the generated client wants to send over the suite's own connection, so that the suite's rate, limits, trust and
 * secrets apply to it, and keeps the response as it came. Holds no connection. Not safe for use by several threads at once.
 */
final class RecordingHttpClient extends CloseableHttpClient {
    private final Function<Request, Exchange> connection;
    private @Nullable Exchange last;

    RecordingHttpClient(Function<Request, Exchange> connection) {
        this.connection = connection;
    }

    /** The last exchange. */
    Exchange last() {
        return Objects.requireNonNull(last, "The generated client has sent no request");
    }

    @Override
    protected CloseableHttpResponse doExecute(
            @Nullable HttpHost target, ClassicHttpRequest request, @Nullable HttpContext context) throws IOException {
        Exchange exchange = connection.apply(request(request));
        last = exchange;
        Response response = exchange.response();
        if (response == null) {
            throw new IOException(String.valueOf(exchange.failure()));
        }
        return CloseableHttpResponse.adapt(adapted(response));
    }

    private static Request request(ClassicHttpRequest request) throws IOException {
        List<Header> headers = new ArrayList<>();
        for (org.apache.hc.core5.http.Header header : request.getHeaders()) {
            headers.add(new Header(header.getName(), header.getValue()));
        }
        HttpEntity entity = request.getEntity();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (entity != null) {
            headers.add(new Header("Content-Type", entity.getContentType()));
            entity.writeTo(body);
        }
        Framing framing = entity == null ? Framing.NONE : Framing.LENGTH;
        return new Request(request.getMethod(), request.getPath(), headers, body.toByteArray(), framing);
    }

    private static BasicClassicHttpResponse adapted(Response came) {
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(came.status());
        came.headers().forEach(header -> response.addHeader(header.name(), header.value()));
        response.setEntity(new ByteArrayEntity(came.body(), null));
        return response;
    }

    @Override
    public void close() {}

    @Override
    public void close(CloseMode mode) {}
}
