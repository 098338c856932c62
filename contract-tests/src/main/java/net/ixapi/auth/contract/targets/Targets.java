package net.ixapi.auth.contract.targets;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the target that a build names: {@code -Dcontract.base-url=…}, with the credentials in the environment. */
public final class Targets {
    private Targets() {}

    /**
     * The target of this build.
     *
     * @return the target, or empty where none is named
     * @throws IllegalStateException if one is named, but no credentials for it
     */
    public static Optional<ContractTarget> fromEnvironment() {
        return Optional.ofNullable(System.getProperty("contract.base-url"))
                .map(url -> new ContractTarget(URI.create(url), required("IX_API_KEY"), required("IX_API_SECRET")));
    }

    private static String required(String variable) {
        @Nullable String value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("Set the environment variable " + variable
                    + " to credentials that the server of contract.base-url knows.");
        }
        return value;
    }
}
