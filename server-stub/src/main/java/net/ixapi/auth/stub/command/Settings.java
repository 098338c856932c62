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
import java.util.stream.Stream;
import net.ixapi.auth.stub.Account;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the options are where they are not given: {@code --access-lifetime} is {@code IX_STUB_ACCESS_LIFETIME} in the
 * environment, else {@code access-lifetime} in the file. Immutable.
 */
final class Settings implements IDefaultValueProvider {
    private static final String ACCOUNT = "account.";

    private final Map<String, String> environment;
    private final Properties file;

    private Settings(Map<String, String> environment, Properties file) {
        this.environment = environment;
        this.file = file;
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    static Settings of(Map<String, String> environment, @Nullable Path config) {
        Properties file = new Properties();
        if (config != null) {
            try (Reader reader = Files.newBufferedReader(config)) {
                file.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException("The configuration " + config + " cannot be read.");
            }
        }
        return new Settings(environment, file);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || isSecret(option)) {
            return null;
        }
        String name = name(option);
        return given("IX_STUB_" + name.toUpperCase(Locale.ROOT).replace('-', '_'), name);
    }

    /** Not for picocli, which would replace what looks like a variable in it. */
    static boolean isSecret(OptionSpec option) {
        return option.longestName().startsWith("--api-");
    }

    /** What the environment has, else the file; null where neither has it. An empty variable is none. */
    @Nullable String given(String variable, String key) {
        String value = environment.getOrDefault(variable, "");
        return value.isEmpty() ? file.getProperty(key) : value;
    }

    /** The file's further accounts: {@code account.NAME.key} and {@code account.NAME.secret}. */
    List<Account> accounts() {
        Set<String> names = new TreeSet<>();
        accountKeys().forEach(key -> names.add(key.substring(ACCOUNT.length(), key.lastIndexOf('.'))));
        return names.stream().map(this::account).toList();
    }

    private Account account(String name) {
        String start = ACCOUNT + name;
        return new Account(name, file.getProperty(start + ".key", ""), file.getProperty(start + ".secret", ""));
    }

    private Stream<String> accountKeys() {
        return file.stringPropertyNames().stream().filter(key -> key.matches("account\\..+\\.(key|secret)"));
    }

    /** What the file has that is no setting. */
    List<String> unknown(CommandSpec command) {
        Set<String> unknown = new TreeSet<>(file.stringPropertyNames());
        accountKeys().forEach(unknown::remove);
        command.options().forEach(option -> unknown.remove(name(option)));
        return List.copyOf(unknown);
    }

    private static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }
}
