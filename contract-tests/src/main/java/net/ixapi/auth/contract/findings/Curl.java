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
 * Writes a request as a command that a person can paste into a shell. Secrets stand in it as shell variables. Immutable and as
 * safe for many threads as the secrets are.
 */
public final class Curl {
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(IX_API_KEY|IX_API_SECRET|ACCESS_TOKEN|REFRESH_TOKEN)\\b");
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
        List<String> words = new ArrayList<>(List.of("curl", "-sS", "-i", "-X", request.method()));
        words.add(quoted(address(request)));
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

    private String address(Request request) {
        return request.basePath()
                ? baseUri.toString().replaceAll("/$", "") + request.path()
                : baseUri.resolve(request.path()).toString();
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

    /** Bytes that no argument can hold, each as octal digits; long runs as a count. */
    private static String printed(byte[] body) {
        List<String> commands = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < body.length; ) {
            int run = run(body, i);
            if (run < LONG_RUN) {
                literal.append(octal(body[i++]));
            } else {
                flush(literal, commands);
                commands.add("head -c " + run + " /dev/zero | tr '\\0' '" + octal(body[i]) + "'");
                i += run;
            }
        }
        flush(literal, commands);
        return String.join("; ", commands);
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
            commands.add("printf '" + literal + "'");
            literal.setLength(0);
        }
    }

    private static String octal(byte value) {
        boolean plain = Character.isLetterOrDigit(value) && value > 0 || "{}[]\":, _-".indexOf(value) >= 0;
        return plain ? String.valueOf((char) value) : String.format("\\%03o", value & 0xFF);
    }

    /** In single quotes, with the variables of secrets outside of them. */
    private String quoted(String text) {
        String clean = secrets.redacted(text).replace("'", "'\\''");
        Matcher variables = VARIABLE.matcher(clean);
        String quoted =
                "'" + variables.replaceAll(found -> Matcher.quoteReplacement("'\"" + found.group() + "\"'")) + "'";
        return quoted.replaceAll("^''(?=\")|(?<=\")''$", "");
    }
}
