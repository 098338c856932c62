package net.ixapi.auth.stub.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import net.ixapi.auth.stub.Account;
import org.jspecify.annotations.Nullable;

/**
 * The file with options: a line for each, its name, {@code =} and its value, which is taken literally. What can be given several
 * times has names to tell it apart. Messages quote no value, and no line that has none: it may be a secret. Immutable.
 */
final class ConfigFile {
    /** What stands before names. */
    private static final String ACCOUNT = "account.";

    private static final List<String> NAMED = List.of("claim.", "fault.");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final String name;
    private final Map<String, Line> lines;

    private record Line(int number, String value) {}

    private ConfigFile(String name, Map<String, Line> lines) {
        this.name = name;
        this.lines = lines;
    }

    static ConfigFile empty() {
        return new ConfigFile("", Map.of());
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is not there, or is something else
     */
    static ConfigFile read(Path path) {
        String name = "The configuration " + path;
        String text = text(path, name);
        Map<String, Line> lines = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(line, number, name, lines);
            }
        }
        return new ConfigFile(name, lines);
    }

    private static String text(Path path, String name) {
        try {
            String text = Files.readString(path);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(name + " is not there.");
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + " is not encoded in UTF-8.");
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    name + (Files.isDirectory(path) ? " is a folder, and no file." : " cannot be read."));
        }
    }

    private static void add(String line, int number, String name, Map<String, Line> lines) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw wrong(name, number, "it must be an option, = and its value");
        }
        String value = line.substring(equals + 1).strip();
        String key = line.substring(0, equals).strip();
        // claim.NAME:=json is the same claim as claim.NAME=text.
        Line before = lines.get(key.endsWith(":") ? key.substring(0, key.length() - 1) : key + ":");
        before = before == null ? lines.get(key) : before;
        lines.put(key, new Line(number, value));
        if (before != null) {
            throw wrong(
                    name,
                    number,
                    "line " + before.number() + " has set the same; claims and faults have names to tell them apart,"
                            + " claim.NAME and fault.NAME");
        }
    }

    private static IllegalArgumentException wrong(String name, int line, String what) {
        return new IllegalArgumentException(name + ", line " + line + ": " + what);
    }

    /** The value of an option; null where the file does not have it. */
    @Nullable String get(String option) {
        Line line = lines.get(option);
        return line == null ? null : line.value();
    }

    /** All claims, in the order of the file. */
    List<OptionValue> claims() {
        return all("claim", (name, value) -> name + "=" + value);
    }

    /** All faults, in the order of the file. */
    List<OptionValue> faults() {
        return all("fault", (name, value) -> value);
    }

    private List<OptionValue> all(String option, BinaryOperator<String> withName) {
        List<OptionValue> all = new ArrayList<>();
        String start = option + ".";
        lines.forEach((key, line) -> {
            if (key.equals(option)) {
                all.add(new OptionValue(key, line.value()));
            } else if (key.startsWith(start)) {
                String text = withName.apply(key.substring(start.length()), line.value());
                // The colon of claim.NAME:=json is none of the name.
                all.add(new OptionValue(key.endsWith(":") ? key.substring(0, key.length() - 1) : key, text));
            }
        });
        return all;
    }

    /**
     * The accounts: {@code account.NAME.key} and {@code account.NAME.secret}.
     *
     * @throws IllegalArgumentException if one lacks the key or the secret, or they are of another length
     */
    List<Account> accounts() {
        Set<String> names = new TreeSet<>();
        lines.keySet().stream()
                .filter(ConfigFile::isAccount)
                .forEach(key -> names.add(key.substring(ACCOUNT.length(), key.lastIndexOf('.'))));
        return names.stream().map(this::account).toList();
    }

    private Account account(String user) {
        String start = ACCOUNT + user;
        String key = get(start + ".key");
        String secret = get(start + ".secret");
        try {
            Account account = StubAccounts.account(user, key, secret);
            if (key != null && secret != null) {
                return account;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The account " + user + ": " + e.getMessage());
        }
        throw new IllegalArgumentException(
                "The account " + user + (key == null ? " has a secret, but no key." : " has a key, but no secret."));
    }

    private static boolean isAccount(String key) {
        int end = key.lastIndexOf('.');
        return key.startsWith(ACCOUNT) && end > ACCOUNT.length() && (key.endsWith(".key") || key.endsWith(".secret"));
    }

    private static boolean isNamed(String key) {
        return NAMED.stream().anyMatch(start -> key.startsWith(start) && key.length() > start.length());
    }

    /**
     * Refuses lines that would do nothing.
     *
     * @param options the options that may stand in a file
     * @param others those that may not
     * @throws IllegalArgumentException if there is one; it says where
     */
    void requireOnly(Set<String> options, Set<String> others) {
        lines.forEach((key, line) -> {
            if (others.contains(key)) {
                throw wrong(name, line.number(), key + " is for the command line only");
            } else if (!options.contains(key) && !isAccount(key) && !isNamed(key)) {
                throw wrong(
                        name,
                        line.number(),
                        UsageErrors.isName(key) ? "there is no option " + key : "there is no such option");
            }
        });
    }
}
