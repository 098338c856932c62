package net.ixapi.auth.contract.findings;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.ixapi.auth.contract.wire.Framing;
import net.ixapi.auth.contract.wire.Request;

/**
 * Writes a request as a command that a person can paste into a shell. Secrets stand in it as shell variables. Not safe for use
 * by several threads at once, since the secrets are not.
 */
public final class Curl {
    private static final String NAME = "(?:IX_API_(?:KEY|SECRET)(?:_2)?|ACCESS_TOKEN|REFRESH_TOKEN)";

    private static final Pattern VARIABLE =
            Pattern.compile("\\$" + NAME + "\\b|\\$\\{" + NAME + "(?::\\d+:\\d+|\\^\\^|,,)?}");
    /** Ranges, sets and dots, unless curl is told to leave them alone. */
    private static final Pattern CHANGED_BY_CURL = Pattern.compile("[{}\\[\\]]|/\\.");
    /** As many equal bytes in a row are written as a count. */
    private static final int LONG_RUN = 200;

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
        if (request.framing() == Framing.NONE) {
            return String.join(" ", words);
        }
        return withBody(String.join(" ", words), request.body());
    }

    private String withBody(String command, byte[] body) {
        return isPlain(body)
                ? command + " --data-raw " + quoted(new String(body, StandardCharsets.UTF_8))
                : "{ " + printed(body) + "; } | " + command + " --data-binary @-";
    }

    private static boolean isPlain(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return body.length < 8 * LONG_RUN && text.chars().noneMatch(Character::isISOControl);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** What no argument can hold, byte for byte; secrets stand in it as variables too. */
    private String printed(byte[] body) {
        List<String> commands = new ArrayList<>();
        String clean = secrets.asShellText(text(body));
        Matcher variables = VARIABLE.matcher(clean);
        int from = 0;
        while (variables.find()) {
            print(clean.substring(from, variables.start()), commands);
            commands.add("printf %s \"" + variables.group() + "\"");
            from = variables.end();
        }
        print(clean.substring(from), commands);
        return String.join("; ", commands);
    }

    /** Each character one byte, so that what is no UTF-8 is not lost. */
    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    /** Bytes as octal digits; long runs as a count. */
    private static void print(String latin, List<String> commands) {
        byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < bytes.length; ) {
            int run = run(bytes, i);
            if (run < LONG_RUN) {
                literal.append(octal(bytes[i++]));
            } else {
                flush(literal, commands);
                commands.add("head -c " + run + " /dev/zero | tr '\\0' '" + octal(bytes[i]) + "'");
                i += run;
            }
        }
        flush(literal, commands);
    }

    private static int run(byte[] body, int from) {
        int to = from;
        while (to < body.length && body[to] == body[from]) {
            to++;
        }
        return to - from;
    }

    private static void flush(StringBuilder literal, List<String> commands) {
        if (!literal.isEmpty()) {
            commands.add("printf -- '" + literal + "'");
            literal.setLength(0);
        }
    }

    private static String octal(byte value) {
        boolean plain = Character.isLetterOrDigit(value) && value > 0 || "{}[]\":, _-".indexOf(value) >= 0;
        return plain ? String.valueOf((char) value) : String.format("\\%03o", value & 0xFF);
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
