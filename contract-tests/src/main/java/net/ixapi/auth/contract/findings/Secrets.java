package net.ixapi.auth.contract.findings;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.SecretSpellings.Part;
import org.jspecify.annotations.Nullable;

/**
 * Knows the secrets of a run, and writes shell expressions in their places: in the place of a whole secret the name of its
 * variable, in the place of a part of it such as {@code ${IX_API_SECRET:0:85}}. Of no secret, in whatever encoding, are
 * {@value SecretSpellings#MIN_LENGTH} characters in a row left. Not safe for use by several threads at once. {@code toString} prints none.
 */
public final class Secrets {
    /** A server sends the same headers and errors again and again: what was found in a text of this length is remembered. */
    private static final int MAX_REMEMBERED = 2_000;
    /**
     * A token that nobody told of, whole or not: a JSON object in Base64, and a dot (RFC 7515, section 7.1). It is looked for once in
     * each run of letters: a server must not keep the suite busy for minutes with a text of many beginnings.
     */
    private static final Pattern TOKEN =
            Pattern.compile("(?<![\\w-])(?=[\\w-]++\\.)[\\w-]*?((?i:eyJ)[\\w-]{6,}+\\.[\\w.-]*+)");

    /** A word, with what separates it from the next. */
    private static final String WORD = "([\\w-]++)[ ,:/]?";

    private static final List<String> VARIABLES = List.of("IX_API_SECRET", "IX_API_SECRET_2");
    private static final String NAME = "((?:IX_API|ACCESS|REFRESH)_\\w++)";
    private static final Pattern NEEDLESS_BRACES = Pattern.compile("\\$\\{" + NAME + "}(?!\\w)");
    private static final Pattern REPEATED = Pattern.compile("\\$" + NAME + "(?:\\$\\1(?!\\w))+");

    /** What a shell makes a whole secret of, as it is and in another case. */
    private final Map<String, String> expansions = new HashMap<>();

    private final SecretSpellings spellings = new SecretSpellings();
    private final Map<String, List<String>> remembered = new HashMap<>();
    private final Set<String> allowedWords = new HashSet<>();
    /** What is no secret, or a word. Matches no text as long as there is nothing. */
    private Pattern allowed = Pattern.compile("(?!)()");

    /**
     * Tells of a secret. It is not looked for in texts that came before.
     *
     * @param value the secret
     * @param variable the shell variable that stands for it, without its dollar
     */
    public void add(String value, String variable) {
        if (value.length() < SecretSpellings.MIN_LENGTH || expansions.putIfAbsent(value, variable) != null) {
            return;
        }
        expansions.putIfAbsent(value.toUpperCase(Locale.ROOT), variable + "^^");
        expansions.putIfAbsent(value.toLowerCase(Locale.ROOT), variable + ",,");
        spellings.add(value, variable);
    }

    /**
     * Tells of what is no secret, even if it has something in common with one.
     *
     * @param baseUri the address that the user gave
     * @param words those that stand in each report, the names of properties among them: a secret that people made up may hold some
     */
    public void allow(URI baseUri, Set<String> words) {
        String authority = baseUri.getRawAuthority();
        Stream<String> known = Stream.of(authority + baseUri.getRawPath(), authority);
        allowed = Pattern.compile(
                Stream.concat(known.map(Pattern::quote), Stream.of(WORD)).collect(Collectors.joining("|")));
        Stream.concat(words.stream(), VARIABLES.stream())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .forEach(allowedWords::add);
    }

    /** Removes all secrets, in whatever encoding: {@code $VARIABLE} stands in the place of each. */
    public String redacted(String text) {
        List<Part> parts = spellings.in(text, false);
        @Nullable String[] replacements = replacements(text);
        parts.stream()
                .filter(part -> !part.encoded() && part.isWhole())
                .forEach(part -> replace(part, text, replacements));
        TOKEN.matcher(text)
                .results()
                .forEach(token -> replace(token.start(1), token.end(1), "<token>", replacements, i -> true));
        return REPEATED.matcher(replaced(text, parts, replacements)).replaceAll("\\$$1");
    }

    /** Removes all secrets from a text of the suite's own, so that a shell makes the same text again. */
    String asShellText(String text) {
        return replaced(text, spellings.in(text, true), replacements(text));
    }

    private @Nullable String[] replacements(String text) {
        @Nullable String[] replacements = new String[text.length()];
        allowed.matcher(text)
                .results()
                .filter(isNoSecretIn(text))
                .flatMapToInt(found -> IntStream.range(found.start(), found.end()))
                .forEach(i -> replacements[i] = text.substring(i, i + 1));
        return replacements;
    }

    /** What is allowed as such may be within a part of a secret. */
    private Predicate<MatchResult> isNoSecretIn(String text) {
        List<Part> parts = spellings.asItIs(text);
        return found ->
                (found.group(1) == null || allowedWords.contains(found.group(1).toLowerCase(Locale.ROOT)))
                        && parts.stream()
                                .noneMatch(part -> part.from() <= found.start()
                                        && found.end() <= part.to()
                                        && found.end() - found.start() < part.length());
    }

    private String replaced(String text, List<Part> parts, @Nullable String[] replacements) {
        parts.forEach(part -> replace(part, text, replacements));
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < replacements.length; i++) {
            clean.append(replacements[i] == null ? text.charAt(i) : replacements[i]);
        }
        return NEEDLESS_BRACES.matcher(clean).replaceAll("\\$$1");
    }

    private void replace(Part part, String text, @Nullable String[] replacements) {
        String expansion = expansions.getOrDefault(text.substring(part.from(), part.to()), part.expansion());
        IntPredicate isMark = i -> replacements[i] == null && !Character.isLetterOrDigit(text.charAt(i));
        if (part.encoded()
                && IntStream.range(part.from(), part.to())
                                .filter(i -> replacements[i] == null && !isMark.test(i))
                                .count()
                        <= 1) {
            // A letter beside a word that is no secret, such as {"$ne":"","api_secret":…}.
            return;
        }
        // Beside another one, what separates them stays, such as quotes, or what begins an escape that is none: a few
        // marks.
        boolean stays = part.encoded()
                && IntStream.range(part.from(), part.to()).anyMatch(i -> replacements[i] != null)
                && IntStream.range(part.from(), part.to()).filter(isMark).count() < SecretSpellings.MIN_LENGTH;
        replace(part.from(), part.to(), "${" + expansion + "}", replacements, i -> !stays || !isMark.test(i));
    }

    /** What is replaced already stays so. */
    private static void replace(
            int from, int to, String replacement, @Nullable String[] replacements, IntPredicate which) {
        String next = replacement;
        for (int i = from; i < to; i++) {
            if (replacements[i] == null && which.test(i)) {
                replacements[i] = next;
                next = "";
            }
        }
    }

    /** Looks for secrets, in whatever encoding, and returns their variables: most of a token must stand there, or a part of a credential. */
    public List<String> in(String text) {
        return text.length() > MAX_REMEMBERED ? found(text) : remembered.computeIfAbsent(text, this::found);
    }

    private List<String> found(String text) {
        Predicate<MatchResult> isNoSecret = isNoSecretIn(text);
        String rest = allowed.matcher(text)
                .replaceAll(found -> isNoSecret.test(found) ? " " : Matcher.quoteReplacement(found.group()));
        return spellings.in(rest, false).stream()
                .filter(Part::isLeak)
                .map(Part::variable)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
