package net.ixapi.auth.contract.generated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Framing;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the generated client wants to send over the suite's own connection, so that the suite's rate, limits, trust and
 * secrets apply to it, and keeps the answer as it came. Holds no connection. Not safe for use by several threads at once.
 */
final class RecordingHandler implements ExecChainHandler {
    private final Function<Request, Exchange> connection;
    private @Nullable Exchange last;

    RecordingHandler(Function<Request, Exchange> connection) {
        this.connection = connection;
    }

    /** The last exchange; null before the first. */
    @Nullable Exchange last() {
        return last;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException {
        Exchange exchange = connection.apply(request(request));
        last = exchange;
        Response answer = exchange.response();
        if (answer == null) {
            throw new IOException(String.valueOf(exchange.failure()));
        }
        return response(answer);
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

    private static BasicClassicHttpResponse response(Response answer) {
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(answer.status());
        answer.headers().forEach(header -> response.addHeader(header.name(), header.value()));
        response.setEntity(new ByteArrayEntity(answer.body(), null));
        return response;
    }
}
