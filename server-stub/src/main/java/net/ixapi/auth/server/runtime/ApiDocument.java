package net.ixapi.auth.server.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Schemas;

/**
 * The OpenAPI document that routes were generated from, as it is packaged with them: requests are compared with nothing else.
 * Immutable and safe for many threads.
 */
public final class ApiDocument {
    /** Of a document only its schemas stay, and they never change: several servers of a process share them. */
    private static final Map<String, ApiDocument> DOCUMENTS = new ConcurrentHashMap<>();

    private final Document document;
    private final Schemas schemas;

    ApiDocument(byte[] content, String name) {
        this.document = Document.parse(content, name);
        this.schemas = new Schemas(document);
    }

    /**
     * The document of generated routes.
     *
     * @param routes the generated class
     * @param resource where the document is, relative to that class or with a slash from the root of the class path
     * @return the document
     * @throws IllegalStateException if it is not there
     * @throws net.ixapi.auth.openapi.document.UnreadableDocumentException if it is neither YAML nor JSON
     */
    public static ApiDocument of(Class<?> routes, String resource) {
        URL location = routes.getResource(resource);
        if (location == null) {
            throw new IllegalStateException(
                    routes.getName() + " was generated from a document that is not packaged with"
                            + " it: add the document as " + resource);
        }
        return DOCUMENTS.computeIfAbsent(location.toString(), name -> read(location));
    }

    private static ApiDocument read(URL location) {
        try (InputStream content = location.openStream()) {
            return new ApiDocument(content.readAllBytes(), location.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the document says of an operation's requests. */
    RequestSchema requests(ApiOperation operation) {
        return document.operations().stream()
                .filter(candidate -> candidate.path().equals(operation.path()))
                .filter(candidate -> candidate.place().name().equalsIgnoreCase(operation.method()))
                .findFirst()
                .map(found -> new RequestSchema(found, schemas))
                .orElseThrow(
                        () -> new IllegalStateException(operation.id() + " is not in the document: generate again"));
    }
}
