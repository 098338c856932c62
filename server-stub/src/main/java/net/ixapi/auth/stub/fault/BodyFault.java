package net.ixapi.auth.stub.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/** Another body than the stub would send. */
final class BodyFault extends Fault {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UnaryOperator<byte[]> change;

    BodyFault(String description, UnaryOperator<byte[]> change) {
        super(description);
        this.change = change;
    }

    static byte[] without(String member, byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json instanceof ObjectNode object) {
                object.remove(member);
            }
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void after(Exchange exchange) {
        exchange.body(change.apply(exchange.body()));
    }
}
