package net.ixapi.auth.stub.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.ixapi.auth.stub.Account;
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
final class Settings implements IDefaultValueProvider {
    private static final String ACCOUNT = "account.";

    private final Map<String, String> environment;
    private final Supplier<@Nullable Path> config;
    private @Nullable Properties file;

    Settings(Map<String, String> environment, Supplier<@Nullable Path> config) {
        this.environment = environment;
        this.config = config;
    }

    private Properties file() {
        if (file == null) {
            file = read(path());
        }
        return file;
    }

    private @Nullable Path path() {
        Path given = config.get();
        String variable = environment.getOrDefault("IX_STUB_CONFIG", "");
        return given != null || variable.isEmpty() ? given : Path.of(variable);
    }

    private static Properties read(@Nullable Path path) {
        Properties properties = new Properties();
        if (path != null) {
            try (Reader reader = Files.newBufferedReader(path)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException("The configuration " + path + " cannot be read.");
            }
        }
        return properties;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || isSecret(option)) {
            return null;
        }
        String name = name(option);
        try {
            return given("IX_STUB_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(argument.command().commandLine(), e.getMessage());
        }
    }

    /** Not for picocli, which would replace what looks like a variable in it. */
    static boolean isSecret(OptionSpec option) {
        return option.longestName().startsWith("--api-");
    }

    /** What the environment has, else the file; null where neither has it. An empty variable is none. */
    @Nullable String given(String variable, String key) {
        String value = environment.getOrDefault(variable, "");
        return value.isEmpty() ? file().getProperty(key) : value;
    }

    /** The file's further accounts: {@code account.NAME.key} and {@code account.NAME.secret}. */
    List<Account> accounts() {
        Set<String> names = new TreeSet<>();
        accountKeys().forEach(key -> names.add(key.substring(ACCOUNT.length(), key.lastIndexOf('.'))));
        return names.stream().map(this::account).toList();
    }

    private Account account(String name) {
        String start = ACCOUNT + name;
        return new Account(name, file().getProperty(start + ".key", ""), file().getProperty(start + ".secret", ""));
    }

    private Stream<String> accountKeys() {
        return file().stringPropertyNames().stream().filter(key -> key.matches("account\\..+\\.(key|secret)"));
    }

    /** What the file has that is no setting. */
    List<String> unknown(CommandSpec command) {
        Set<String> unknown = new TreeSet<>(file().stringPropertyNames());
        accountKeys().forEach(unknown::remove);
        command.options().forEach(option -> unknown.remove(name(option)));
        return List.copyOf(unknown);
    }

    private static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }
}
