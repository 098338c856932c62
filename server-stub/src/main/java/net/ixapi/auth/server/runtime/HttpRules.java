package net.ixapi.auth.server.runtime;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpCompliance.Violation;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** What HTTP asks of a server and Jetty leaves out. Applied before a request is routed. Safe for many threads. */
final class HttpRules implements HttpConfiguration.Customizer {
    /** RFC 3986, section 2.3: letters, digits, {@code - . _ ~}. */
    private static final Pattern ESCAPED_UNRESERVED =
            Pattern.compile("%(2[DdEe]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff]|7[Ee])");

    /** RFC 9112, section 3.2.2: the {@code Host} beside a target in absolute form is ignored, so it may differ. */
    private static final HttpCompliance COMPLIANCE =
            HttpCompliance.RFC9110.with("IX-API", Violation.MISMATCHED_AUTHORITY);

    static void install(HttpConfiguration http) {
        http.setHttpCompliance(COMPLIANCE);
        http.addCustomizer(new HttpRules());
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        requireKnownTransferCoding(request.getHeaders());
        String path = request.getHttpURI().getPath();
        return path == null || path.indexOf('%') < 0
                ? request
                : Request.serveAs(request, HttpURI.build(request.getHttpURI()).path(unescaped(path)));
    }

    /** RFC 9112, section 6.1: the body would be taken for something that it is not. */
    private static void requireKnownTransferCoding(HttpFields headers) {
        if (headers.contains(HttpHeader.TRANSFER_ENCODING)
                && !headers.getCSV(HttpHeader.TRANSFER_ENCODING, false).stream()
                        .allMatch("chunked"::equalsIgnoreCase)) {
            throw new HttpException.RuntimeException(HttpStatus.NOT_IMPLEMENTED_501);
        }
    }

    /** RFC 9110, section 4.2.3: both spellings are the same address (RFC 3986, section 6.2.2.2). */
    private static String unescaped(String path) {
        return ESCAPED_UNRESERVED
                .matcher(path)
                .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
    }
}
