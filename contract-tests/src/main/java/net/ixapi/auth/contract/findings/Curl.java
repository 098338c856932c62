package net.ixapi.auth.contract.findings;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.wire.Framing;
import net.ixapi.auth.contract.wire.Request;

/**
 * Writes a request as a command that a person can paste into a shell. Secrets stand in it as shell variables. Not safe for use
 * by several threads at once, since the secrets are not.
 *
 * @param baseUri the address of the server
 * @param secrets what must not stand in a command
 */
public record Curl(URI baseUri, Secrets secrets) {
    private static final String NAME =
            "(?:IX_API_(?:KEY|SECRET)(?:_2)?|IX_API_COOKIE|IX_API_HEADER_\\d+|ACCESS_TOKEN|REFRESH_TOKEN)";

    private static final Pattern VARIABLE =
            Pattern.compile("\\$" + NAME + "\\b|\\$\\{" + NAME + "(?::\\d+:\\d+|\\^\\^|,,)?}");
    /** As many equal bytes in a row are written as a count, unless a shell would drop them, as it does NUL. */
    private static final int LONG_RUN = 200;

    private static final Pattern VARIABLE_OR_RUN = Pattern.compile(VARIABLE + "|([!-~])\\1{" + (LONG_RUN - 1) + ",}+");
    /** Ranges, sets and dots, unless curl is told to leave them alone. */
    private static final Pattern CHANGED_BY_CURL = Pattern.compile("[{}\\[\\]]|/\\.");

    /**
     * The command that repeats a request.
     *
     * @param request the request
     * @return one line
     */
    public String of(Request request) {
        List<String> words = new ArrayList<>(List.of("curl", "-sS", "-i"));
        // With -X HEAD curl would wait for a body.
        words.addAll(request.method().equals("HEAD") ? List.of("-I") : List.of("-X", request.method()));
        if (CHANGED_BY_CURL.matcher(request.path()).find()) {
            words.addAll(List.of("--globoff", "--path-as-is"));
        }
        words.add(quoted(baseUri.toString().replaceAll("/$", "") + request.path()));
        request.headers().forEach(header -> words.add("-H " + quoted(header.name() + ": " + header.value())));
        if (request.framing() == Framing.CHUNKED) {
            words.add("-H 'Transfer-Encoding: chunked'");
        }
        String command = String.join(" ", words);
        return request.framing() == Framing.NONE ? command : withBody(command, request.body());
    }

    private String withBody(String command, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        boolean plain = body.length < 8 * LONG_RUN
                && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)
                && text.chars().noneMatch(Character::isISOControl);
        return plain ? command + " --data-raw " + quoted(text) : printed(body) + " | " + command + " --data-binary @-";
    }

    /** What no argument of curl can hold: secrets as variables, long runs of a character as a count, and all else as octal digits. */
    private String printed(byte[] body) {
        // Each character is one byte, so that what is not UTF-8 is not lost.
        String clean = secrets.asShellText(new String(body, StandardCharsets.ISO_8859_1));
        String format =
                Stream.of(VARIABLE_OR_RUN.split(clean, -1)).map(Curl::octal).collect(Collectors.joining("%s"));
        return VARIABLE_OR_RUN
                .matcher(clean)
                .results()
                .map(Curl::argument)
                .collect(Collectors.joining("", "printf -- '" + format + "'", ""));
    }

    private static String argument(MatchResult found) {
        String repeated = found.group(1);
        return repeated == null
                ? " \"" + found.group() + "\""
                : " \"$(head -c " + found.group().length() + " /dev/zero | tr '\\0' '" + octal(repeated) + "')\"";
    }

    private static String octal(String bytes) {
        return bytes.chars()
                .mapToObj(value -> isPlain(value) ? Character.toString(value) : String.format("\\%03o", value))
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int value) {
        return Character.isLetterOrDigit(value) && value < 128 || "{}[]\":, _-".indexOf(value) >= 0;
    }

    /** In single quotes, with the variables of secrets outside of them. */
    private String quoted(String text) {
        String clean = secrets.asShellText(text).replace("'", "'\\''");
        Matcher variables = VARIABLE.matcher(clean);
        String quoted =
                "'" + variables.replaceAll(found -> Matcher.quoteReplacement("'\"" + found.group() + "\"'")) + "'";
        return quoted.replaceAll("^''(?=\")|(?<=\")''$", "");
    }
}
