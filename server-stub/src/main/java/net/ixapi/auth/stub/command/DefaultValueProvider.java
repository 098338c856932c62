package net.ixapi.auth.stub.command;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * What the options are where they are not given: {@code --access-lifetime} is {@code IX_STUB_ACCESS_LIFETIME} in the
 * environment, else {@code access-lifetime} in the file, which is read when the first of them is asked for. Not safe for use
 * by several threads at once.
 */
final class DefaultValueProvider implements IDefaultValueProvider {
    private static final String VARIABLE = "IX_STUB_";

    private static final Pattern OF_KUBERNETES = Pattern.compile("(tcp|udp|sctp)://[^/]*:\\d+");

    /** Options that say what to do, rather than how. */
    private static final Set<String> NOT_IN_FILES = Set.of("help", "version", "config", "health-check", "self-test");

    private static final Set<String> NOT_IN_VARIABLES = Set.of("help", "version");

    private final Map<String, String> environment;
    private final Supplier<@Nullable Path> config;
    private @Nullable ConfigFile file;

    DefaultValueProvider(Map<String, String> environment, Supplier<@Nullable Path> config) {
        this.environment = environment;
        this.config = config;
    }

    /** The file that the command line or the environment names; an empty one where neither does. */
    ConfigFile file() {
        if (file == null) {
            Path path = path();
            file = path == null ? ConfigFile.empty() : ConfigFile.read(path);
        }
        return file;
    }

    private @Nullable Path path() {
        Path given = config.get();
        String variable = variable(VARIABLE + "CONFIG");
        return given != null || variable == null ? given : Path.of(variable);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        try {
            return argument instanceof OptionSpec option ? given(option) : null;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(argument.command().commandLine(), e.getMessage());
        }
    }

    private @Nullable String given(OptionSpec option) {
        String name = name(option);
        String value = NOT_IN_VARIABLES.contains(name) ? null : variable(VARIABLE + upperCase(name));
        if (value == null && name.startsWith("api-")) {
            // The client's own variables.
            value = variable("IX_" + upperCase(name));
        }
        // Of those that the file may have several times, picocli would take one.
        return value != null || option.isMultiValue() || NOT_IN_FILES.contains(name) ? value : file().get(name);
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

    /**
     * Refuses what would do nothing in the file. Variables are left alone: others set them too.
     *
     * @throws IllegalArgumentException if the file has something that is not an option; it says which
     */
    void requireOnly(CommandSpec command) {
        Set<String> options = new HashSet<>();
        command.options().forEach(option -> options.add(name(option)));
        options.removeAll(NOT_IN_FILES);
        file().requireOnly(options, NOT_IN_FILES);
    }

    private static String upperCase(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String name(OptionSpec option) {
        return option.longestName().substring("--".length());
    }
}
