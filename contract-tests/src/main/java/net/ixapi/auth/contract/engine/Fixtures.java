package net.ixapi.auth.contract.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.contract.wire.RunEndedException;
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

    /** Longer than a second, in which tokens may be the same. */
    public static final Duration SECOND = Duration.ofMillis(1_100);

    private final Probe probe;
    private boolean accepted;
    private Optional<Response> kept = Optional.empty();
    private Instant keptAt = Instant.EPOCH;

    Fixtures(Probe probe) {
        this.probe = probe;
    }

    private static boolean logsIn(Operation operation) {
        return operation.has(KEY) && operation.has(SECRET);
    }

    static boolean refreshes(Operation operation) {
        return operation.has(REFRESH_TOKEN);
    }

    /**
     * Whether a member says who is asking, so that a wrong value must be refused.
     *
     * @param member its name
     * @return true for key, secret and refresh token
     */
    public static boolean isCredential(String member) {
        return List.of(KEY, SECRET, REFRESH_TOKEN).contains(member);
    }

    /**
     * The operation that logs in.
     *
     * @return the first that takes key and secret
     */
    public Optional<Operation> logIn() {
        return probe.document().operations().stream().filter(Fixtures::logsIn).findFirst();
    }

    /**
     * The operation that refreshes.
     *
     * @return the first that takes a refresh token
     */
    public Optional<Operation> refresh() {
        return probe.document().operations().stream()
                .filter(Fixtures::refreshes)
                .findFirst();
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
     * A body for wrong values of one member. Too many wrong secrets lock an account, so that they come with a key of nobody's.
     *
     * @param good a good body
     * @param member the member that will be wrong
     * @return the body, with another key unless that is the member
     */
    public ObjectNode ofNoAccount(ObjectNode good, String member) {
        String key = probe.target().apiKey();
        boolean locks = good.path(KEY).asString("").equals(key) && !member.equals(KEY);
        String reversed = new StringBuilder(key).reverse().toString();
        return locks ? good.deepCopy().put(KEY, reversed) : good;
    }

    /**
     * Ends the run if right credentials are refused by now, since nothing proves anything then.
     *
     * @throws RunEndedException if they are refused twice, after they were accepted
     */
    public void requireAccount() {
        if (accepted && pair().isEmpty() && pair().isEmpty()) {
            throw new RunEndedException("right credentials are refused after some wrong ones. If the server locks such"
                    + " accounts, unlock it, and run the other checks with --skip credentials no-user-enumeration");
        }
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
    public Optional<Response> pair() {
        Optional<Response> pair = logIn().flatMap(operation -> Optional.ofNullable(
                        probe.send(operation, request(operation, good(operation).orElseThrow()))
                                .response())
                .filter(response -> response.status() / 100 == 2)
                .filter(response -> !response.member(REFRESH_TOKEN).isEmpty()));
        accepted |= pair.isPresent();
        return pair;
    }

    /**
     * Logs in, for a refresh much later.
     */
    public void keepPair() {
        kept = pair();
        keptAt = probe.now();
    }

    /**
     * The pair that was kept, once it is so old that a new one must expire later.
     *
     * @return the answer, or empty where none was kept
     */
    public Optional<Response> keptPair() {
        probe.await(SECOND.multipliedBy(2).minus(Duration.between(keptAt, probe.now())));
        return kept;
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
