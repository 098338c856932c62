package net.ixapi.auth.contract.clients;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import net.ixapi.auth.contract.document.YamlList;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.contract.requirements.Side;
import net.ixapi.auth.stub.token.RefreshPolicy;
import org.jspecify.annotations.Nullable;

/** What a client is to do, and what the server does meanwhile: {@code scenarios.yaml} explains it. Immutable. */
record Scenario(
        String name,
        String title,
        Integer calls,
        int seconds,
        Integer parallel,
        Duration accessLifetime,
        Duration refreshLifetime,
        RefreshPolicy refreshPolicy,
        boolean opaqueTokens,
        boolean longTokens,
        boolean tls,
        boolean wrongCredentials,
        Duration clock,
        @Nullable JsonNode fault,
        @Nullable Duration faultFor,
        int expireAfter,
        @Nullable Duration expireBy,
        Change change) {
    Scenario {
        calls = Objects.requireNonNullElse(calls, 2);
        parallel = Objects.requireNonNullElse(parallel, 1);
        accessLifetime = Objects.requireNonNullElse(accessLifetime, Duration.ofMinutes(15));
        refreshLifetime = Objects.requireNonNullElse(refreshLifetime, Duration.ofDays(1));
        refreshPolicy = Objects.requireNonNullElse(refreshPolicy, RefreshPolicy.REUSABLE);
        clock = Objects.requireNonNullElse(clock, Duration.ZERO);
        change = Objects.requireNonNullElse(change, Change.NONE);
    }

    /** The requirements that it tests. */
    List<Requirement> requirements() {
        return Requirements.ofTheContract().stream()
                .filter(one -> one.side() == Side.CLIENT && one.isTestedBy(name))
                .toList();
    }

    /** The scenarios that have one of these names or test one of these requirements, in the order in which they are run. */
    static List<Scenario> named(Collection<String> namesOrIds) {
        return all().stream()
                .filter(one -> namesOrIds.stream().anyMatch(one::isNamed))
                .toList();
    }

    private boolean isNamed(String nameOrId) {
        return List.of(Requirement.ALL, name).contains(nameOrId)
                || requirements().stream().anyMatch(tested -> tested.id().equals(nameOrId));
    }

    /** All scenarios, in the order in which they are run. */
    static List<Scenario> all() {
        return YamlList.resource(Scenario.class, "scenarios.yaml");
    }
}
