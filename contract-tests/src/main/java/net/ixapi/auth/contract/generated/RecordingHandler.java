package net.ixapi.auth.contract.generated;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the generated client wants to send over the suite's own connection, so that the suite's rate, limits, trust and
 * secrets apply to it, and keeps the response as it came. Holds no connection. Not safe for use by several threads at once.
 */
final class RecordingHandler implements ExecChainHandler {
    private final Function<Request, Exchange> connection;
    private @Nullable Exchange last;

    RecordingHandler(Function<Request, Exchange> connection) {
        this.connection = connection;
    }

    /** The last exchange. */
    Exchange last() {
        return Objects.requireNonNull(last, "The generated client has sent no request");
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException {
        List<Header> headers = new ArrayList<>();
        Stream.of(request.getHeaders()).forEach(field -> headers.add(new Header(field.getName(), field.getValue())));
        byte[] body = new byte[0];
        Framing framing = Framing.NONE;
        HttpEntity entity = request.getEntity();
        if (entity != null) {
            headers.add(new Header("Content-Type", entity.getContentType()));
            body = EntityUtils.toByteArray(entity);
            framing = Framing.LENGTH;
        }
        Exchange exchange =
                connection.apply(new Request(request.getMethod(), request.getPath(), headers, body, framing));
        last = exchange;
        Response came = exchange.response();
        if (came == null) {
            throw new IOException(String.valueOf(exchange.failure()));
        }
        ClassicResponseBuilder response =
                ClassicResponseBuilder.create(came.status()).setEntity(came.body(), null);
        came.headers().forEach(header -> response.addHeader(header.name(), header.value()));
        return response.build();
    }
}
