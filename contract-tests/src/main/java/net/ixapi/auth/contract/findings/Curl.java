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
import net.ixapi.auth.contract.wire.Framing;
import net.ixapi.auth.contract.wire.Request;

/**
 * Writes a request as a command that a person can paste into a shell. Secrets stand in it as shell variables. Not safe for use
 * by several threads at once, since the secrets are not.
 */
public final class Curl {
    private static final String NAME = "(?:IX_API_(?:KEY|SECRET)(?:_2)?|IX_API_HEADER_\\d+|ACCESS_TOKEN|REFRESH_TOKEN)";

    private static final Pattern VARIABLE =
            Pattern.compile("\\$" + NAME + "\\b|\\$\\{" + NAME + "(?::\\d+:\\d+|\\^\\^|,,)?}");
    /** As many equal bytes in a row are written as a count. */
    private static final int LONG_RUN = 200;

    private static final Pattern VARIABLE_OR_RUN =
            Pattern.compile(VARIABLE + "|(.)\\1{" + (LONG_RUN - 1) + ",}+", Pattern.DOTALL);
    /** Ranges, sets and dots, unless curl is told to leave them alone. */
    private static final Pattern CHANGED_BY_CURL = Pattern.compile("[{}\\[\\]]|/\\.");

    private final URI baseUri;
    private final Secrets secrets;

    /**
     * Commands for one server.
     *
     * @param baseUri its address
     * @param secrets what must not stand in a command
     */
    public Curl(URI baseUri, Secrets secrets) {
        this.baseUri = baseUri;
        this.secrets = secrets;
    }

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
        request.headers().forEach(header -> {
            words.add("-H");
            words.add(quoted(header.name() + ": " + header.value()));
        });
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
        return plain
                ? command + " --data-raw " + quoted(text)
                : "{ " + printed(body) + "; } | " + command + " --data-binary @-";
    }

    /** What no argument can hold: secrets as variables, long runs of a byte as a count, and all else as octal digits. */
    private String printed(byte[] body) {
        List<String> commands = new ArrayList<>();
        // Each character is one byte, so that what is not UTF-8 is not lost.
        String clean = secrets.asShellText(new String(body, StandardCharsets.ISO_8859_1));
        int next = 0;
        for (MatchResult found : VARIABLE_OR_RUN.matcher(clean).results().toList()) {
            commands.addAll(literal(clean.substring(next, found.start())));
            next = found.end();
            String repeated = found.group(1);
            commands.add(
                    repeated == null
                            ? "printf %s \"" + found.group() + "\""
                            : "head -c " + found.group().length() + " /dev/zero | tr '\\0' '"
                                    + octal(repeated.charAt(0)) + "'");
        }
        commands.addAll(literal(clean.substring(next)));
        return String.join("; ", commands);
    }

    private static List<String> literal(String bytes) {
        String digits = bytes.chars().mapToObj(Curl::octal).collect(Collectors.joining());
        return bytes.isEmpty() ? List.of() : List.of("printf -- '" + digits + "'");
    }

    private static String octal(int value) {
        boolean plain = Character.isLetterOrDigit(value) && value < 128 || "{}[]\":, _-".indexOf(value) >= 0;
        return plain ? Character.toString(value) : String.format("\\%03o", value);
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
