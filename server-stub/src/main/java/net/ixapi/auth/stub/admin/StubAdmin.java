package net.ixapi.auth.stub.admin;

import io.javalin.http.ConflictResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.InvalidRequestException;
import net.ixapi.auth.stub.admin.model.ClockRequest;
import net.ixapi.auth.stub.admin.model.ClockState;
import net.ixapi.auth.stub.admin.model.FaultSpec;
import net.ixapi.auth.stub.admin.model.JournalEntry;
import net.ixapi.auth.stub.admin.model.JournalPage;
import net.ixapi.auth.stub.admin.model.PendingFaults;
import net.ixapi.auth.stub.admin.model.Token;
import net.ixapi.auth.stub.admin.model.TokenRequest;
import net.ixapi.auth.stub.clock.StubClock;
import net.ixapi.auth.stub.control.StubControls;
import net.ixapi.auth.stub.fault.FaultScript;
import net.ixapi.auth.stub.token.SigningKey;
import net.ixapi.auth.stub.token.TokenAlgorithm;
import net.ixapi.auth.stub.token.TokenBuilder;

/** Does to a stub what requests to the admin interface ask for. Safe for many threads. */
record StubAdmin(StubControls controls) implements AdminApi {
    private static final String LIFETIMES = "must be between -P" + TokenBuilder.MAX_LIFETIME.toDays() + "D and P"
            + TokenBuilder.MAX_LIFETIME.toDays() + "D";
    private static final String YEARS = "must stay in the years 1970 to 8999";

    @Override
    public ClockState clockRead() {
        return new ClockState()
                .now(time(controls.clock().instant()))
                .stopped(controls.clock().isStopped());
    }

    @Override
    public ClockState clockUpdate(ClockRequest request) {
        StubClock clock = controls.clock();
        String advance = request.getAdvance();
        Instant from =
                request.getNow() == null ? clock.instant() : request.getNow().toInstant();
        Instant now = checked("now", YEARS, () -> StubClock.inRange(from, Duration.ZERO));
        Instant moved = advance == null ? now : timed("advance", advance, YEARS, step -> StubClock.inRange(now, step));
        // Stopped first, it shows exactly the time that it is told.
        if (Boolean.TRUE.equals(request.getStopped())) {
            clock.stop();
        }
        clock.set(moved);
        if (Boolean.FALSE.equals(request.getStopped())) {
            clock.resume();
        }
        return clockRead();
    }

    @Override
    public PendingFaults faultsList() {
        return new PendingFaults().pending(controls.faults().pending());
    }

    @Override
    public PendingFaults faultsCreate(FaultSpec spec) {
        Consumer<FaultScript> fault = FaultSpecs.checked(spec);
        try {
            fault.accept(controls.faults());
            return faultsList();
        } catch (IllegalStateException e) {
            throw new ConflictResponse(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void faultsClear() {
        controls.faults().clear();
    }

    @Override
    public JournalPage journalRead() {
        return new JournalPage()
                .logins(controls.journal().calls(AuthApiRoutes.AUTH_TOKEN_CREATE))
                .refreshes(controls.journal().calls(AuthApiRoutes.AUTH_TOKEN_REFRESH))
                .requests(controls.journal().entries().stream()
                        .map(StubAdmin::shown)
                        .toList());
    }

    private static JournalEntry shown(net.ixapi.auth.stub.journal.JournalEntry entry) {
        return new JournalEntry()
                .at(time(entry.at()))
                .method(entry.method())
                .path(entry.path())
                .operation(entry.operation())
                .account(entry.account())
                .status(entry.status())
                .fault(entry.fault());
    }

    @Override
    public void journalClear() {
        controls.journal().clear();
    }

    @Override
    public Token tokensMint(TokenRequest request) {
        TokenBuilder token = controls.tokens().mint();
        if (Boolean.TRUE.equals(request.getRefresh())) {
            token.refresh();
        }
        Optional.ofNullable(request.getSubject()).ifPresent(token::subject);
        Optional.ofNullable(request.getLifetime())
                .ifPresent(lifetime -> timed("lifetime", lifetime, LIFETIMES, token::lifetime));
        Optional.ofNullable(request.getClaims()).ifPresent(claims -> claims.forEach(token::claim));
        Optional.ofNullable(request.getAlgorithm())
                .ifPresent(name -> token.signedBy(SigningKey.random(algorithm(name))));
        return new Token().token(token.sign());
    }

    private static TokenAlgorithm algorithm(String name) {
        return checked(
                "algorithm", "must be one of " + List.of(TokenAlgorithm.values()), () -> TokenAlgorithm.valueOf(name));
    }

    @Override
    public void tokensRevoke(Token request) {
        checked("token", "must be a token that this stub has issued", () -> {
            controls.tokens().revoke(request.getToken());
            return request;
        });
    }

    @Override
    public void stubReset() {
        controls.reset();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A duration, and what it may be at most and at least. */
    static <T> T timed(String property, String text, String bounds, Function<Duration, T> use) {
        Duration time = checked(property, "must be a duration such as PT15M", () -> Duration.parse(text));
        return checked(property, bounds, () -> use.apply(time));
    }

    /** What the document cannot say: the reason names no value, which may be a secret. */
    private static <T> T checked(String property, String reason, Supplier<T> use) {
        try {
            return use.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidRequestException(property, reason);
        }
    }
}
