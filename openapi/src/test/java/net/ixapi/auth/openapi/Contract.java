package net.ixapi.auth.openapi;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The contract of this project, as the jar holds it. */
final class Contract {
    /** What findings call it: its place in the project. */
    static final String NAME = "openapi/openapi.yaml";

    private Contract() {}

    static Path file() throws URISyntaxException {
        URI resource =
                Contract.class.getResource("/META-INF/openapi/openapi.yaml").toURI();
        return Path.of(resource);
    }
}
