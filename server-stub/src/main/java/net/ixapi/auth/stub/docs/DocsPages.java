package net.ixapi.auth.stub.docs;

import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import net.ixapi.auth.stub.http.StubOperations;

/**
 * Serves the contract at {@code /openapi.yaml} and, where Swagger UI is on the class path, a page at {@code /docs}. The page
 * takes everything from the stub, and may talk to nobody else.
 */
public final class DocsPages {
    private static final String WEBJAR = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** Swagger UI sets styles in attributes, and draws its arrows from data URLs. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private DocsPages() {}

    /**
     * Adds the routes.
     *
     * @param config the configuration of a server that is not started yet
     */
    public static void install(JavalinConfig config) {
        serve(config, "/openapi.yaml", "/META-INF/openapi/openapi.yaml");
        if (DocsPages.class.getResource(WEBJAR) != null) {
            StubOperations.get(config, "/", context -> context.redirect("/docs"));
            serve(config, "/docs", "page.html");
            serve(config, "/docs/page.js", "page.js");
            String folder = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
            for (String file : List.of("swagger-ui-bundle.js", "swagger-ui.css", "favicon-32x32.png")) {
                serve(config, "/docs/" + file, folder + file);
            }
        }
    }

    /**
     * Adds the page of the admin interface, and its document.
     *
     * @param config the configuration of the admin interface's server, which is not started yet
     */
    public static void installAdmin(JavalinConfig config) {
        serve(config, "/_stub", "admin.html");
        serve(config, "/_stub/admin.js", "admin.js");
        serve(config, "/_stub/admin.css", "admin.css");
        serve(config, "/_stub/openapi.yaml", "/META-INF/openapi/admin.yaml");
        StubOperations.get(config, "/", context -> context.redirect("/_stub"));
    }

    private static String version() {
        try (InputStream properties = DocsPages.class.getResourceAsStream(WEBJAR)) {
            Properties webjar = new Properties();
            webjar.load(properties);
            return webjar.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(JavalinConfig config, String path, String resource) {
        String type = ContentType.mimeTypeByExtension(resource.substring(resource.lastIndexOf('.') + 1));
        String charset = type.startsWith("text/") || type.endsWith("yaml") ? ";charset=utf-8" : "";
        StubOperations.get(
                config,
                path,
                context -> context.header(Header.CONTENT_SECURITY_POLICY, POLICY)
                        .header(Header.REFERRER_POLICY, "no-referrer")
                        .contentType(type + charset)
                        .result(DocsPages.class.getResource(resource).openStream()));
    }
}
