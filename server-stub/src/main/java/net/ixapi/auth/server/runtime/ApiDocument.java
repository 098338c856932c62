package net.ixapi.auth.server.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Schemas;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document that routes were generated from, as it is packaged with them: requests are compared with nothing else. It
 * is read when the first route is installed, since programs that install none name operations too. Safe for many threads.
 */
public final class ApiDocument {
    /** Several servers of a process share the schemas of a document, which never change. */
    private static final Map<String, ApiDocument> DOCUMENTS = new ConcurrentHashMap<>();

    private final Supplier<Document> source;
    private @Nullable Content content;

    private record Content(Document document, Schemas schemas) {}

    ApiDocument(Supplier<Document> source) {
        this.source = source;
    }

    /**
     * The document of generated routes.
     *
     * @param routes the generated class
     * @param resource where the document is, relative to that class or with a slash from the root of the class path
     * @return the document
     * @throws IllegalStateException if it is not there
     */
    public static ApiDocument of(Class<?> routes, String resource) {
        URL location = routes.getResource(resource);
        if (location == null) {
            throw new IllegalStateException(
                    routes.getName() + " was generated from a document that is not packaged with"
                            + " it: add the document as " + resource);
        }
        return DOCUMENTS.computeIfAbsent(location.toString(), name -> new ApiDocument(() -> read(location)));
    }

    private static Document read(URL location) {
        try (InputStream content = location.openStream()) {
            return Document.parse(content.readAllBytes(), location.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Content content() {
        if (content == null) {
            Document document = source.get();
            content = new Content(document, new Schemas(document));
        }
        return content;
    }

    /**
     * What the document says of an operation's requests.
     *
     * @throws net.ixapi.auth.openapi.document.UnreadableDocumentException if it is neither YAML nor JSON
     */
    RequestSchema requests(ApiOperation operation) {
        Content read = content();
        return read.document().operations().stream()
                .filter(candidate -> candidate.path().equals(operation.path()))
                .filter(candidate -> candidate.place().name().equalsIgnoreCase(operation.method()))
                .findFirst()
                .map(found -> new RequestSchema(found, read.schemas()))
                .orElseThrow(
                        () -> new IllegalStateException(operation.id() + " is not in the document: generate again"));
    }
}
