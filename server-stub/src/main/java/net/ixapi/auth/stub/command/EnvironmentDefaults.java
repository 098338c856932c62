package net.ixapi.auth.stub.command;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the options are where they are not given: {@code --access-lifetime} is {@code IX_STUB_ACCESS_LIFETIME} in the
 * environment. Picocli's own {@code ${env:…}} would need the name beside each option, would not leave out what Kubernetes sets,
 * and would replace what looks like a variable within a secret. Immutable.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private static final Set<String> NOT_IN_VARIABLES = Set.of("--help", "--version");
    private static final Pattern OF_KUBERNETES = Pattern.compile("(tcp|udp|sctp)://[^/]*:\\d+");

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || NOT_IN_VARIABLES.contains(option.longestName())) {
            return null;
        }
        String name = option.longestName()
                .substring("--".length())
                .toUpperCase(Locale.ROOT)
                .replace('-', '_');
        String value = variable("IX_STUB_" + name);
        // The client's own variables.
        return value == null && name.startsWith("API_") ? variable("IX_" + name) : value;
    }

    /**
     * An empty variable is none. Kubernetes sets {@code IX_STUB_PORT=tcp://…} and more in all containers beside a service that is
     * named ix-stub (https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables): none of them is
     * for the stub.
     */
    private @Nullable String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() || OF_KUBERNETES.matcher(value).matches() ? null : value;
    }
}
