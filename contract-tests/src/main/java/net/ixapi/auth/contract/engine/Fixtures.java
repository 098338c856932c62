package net.ixapi.auth.contract.engine;

import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Good requests. An operation is known by the members of its body, not by its name, so that an operation that is new in the
 * document is tried with the document's own example. Not safe for use by several threads at once.
 */
public final class Fixtures {
    private static final String KEY = "api_key";
    private static final String SECRET = "api_secret";
    private static final String REFRESH_TOKEN = "refresh_token";

    private final Probe probe;

    Fixtures(Probe probe) {
        this.probe = probe;
    }

    private static boolean logsIn(Operation operation) {
        return operation.has(KEY) && operation.has(SECRET);
    }

    private static boolean refreshes(Operation operation) {
        return operation.has(REFRESH_TOKEN);
    }

    /**
     * The operation that logs in.
     *
     * @return the first that takes key and secret
     */
    public Optional<Operation> logIn() {
        return probe.operations().stream().filter(Fixtures::logsIn).findFirst();
    }

    /**
     * The operation that refreshes.
     *
     * @return the first that takes a refresh token
     */
    public Optional<Operation> refresh() {
        return probe.operations().stream().filter(Fixtures::refreshes).findFirst();
    }

    /**
     * A body that the server takes.
     *
     * @param operation the operation
     * @return the body, with a refresh token of its own; empty where there is no telling
     */
    public Optional<ObjectNode> good(Operation operation) {
        if (logsIn(operation)) {
            ContractTarget target = probe.target();
            return Optional.of(credentials(target.apiKey(), target.apiSecret()));
        } else if (refreshes(operation)) {
            return pair().map(pair -> refreshToken(pair.member(REFRESH_TOKEN)));
        }
        return operation.example() instanceof ObjectNode example ? Optional.of(example.deepCopy()) : Optional.empty();
    }

    /**
     * Whether {@link #good} is really accepted, or only keeps to the schema.
     *
     * @param operation the operation
     * @return true where a success can be demanded
     */
    public static boolean knows(Operation operation) {
        return logsIn(operation) || refreshes(operation);
    }

    /**
     * A new pair of tokens, by logging in. Not judged: that is for the check of logging in.
     *
     * @return the answer, or empty where logging in does not work
     */
    public Optional<Answer> pair() {
        return logIn().flatMap(operation -> Optional.ofNullable(
                        probe.send(operation, request(operation, good(operation).orElseThrow()))
                                .answer())
                .filter(answer -> answer.status() / 100 == 2)
                .filter(answer -> !answer.member(REFRESH_TOKEN).isEmpty()));
    }

    /**
     * A request with a body.
     *
     * @param operation the operation
     * @param body the body
     * @return the request
     */
    public static Request request(Operation operation, JsonNode body) {
        return Request.json(operation.method(), operation.path(), body.toString());
    }

    /**
     * A body for logging in.
     *
     * @param key the key
     * @param secret the secret
     * @return the body
     */
    public static ObjectNode credentials(String key, String secret) {
        return JsonNodeFactory.instance.objectNode().put(KEY, key).put(SECRET, secret);
    }

    /**
     * A body for refreshing.
     *
     * @param token the refresh token
     * @return the body
     */
    public static ObjectNode refreshToken(String token) {
        return JsonNodeFactory.instance.objectNode().put(REFRESH_TOKEN, token);
    }
}
