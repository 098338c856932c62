package net.ixapi.auth.openapi.lint;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.SchemaParts;

final class SecretRules {
    private static final Pattern SECRET = Pattern.compile("(secret|token|password|key)$", Pattern.CASE_INSENSITIVE);

    private SecretRules() {}

    /**
     * Every text whose name ends in secret, token, password or key has {@code x-secret: true}, which keeps it out of logs, or
     * {@code x-secret: false}. Clients that other generators make do odd things where a secret has {@code format: password}.
     */
    static Stream<Finding> secretsAreMarked(Document document) {
        return document.root()
                .uses("properties")
                .flatMap(properties -> properties.properties().stream())
                .filter(property -> SECRET.matcher(property.name()).find())
                .filter(property -> NumberRules.hasType(property, "string"))
                .filter(property ->
                        SchemaParts.keyword(property, "x-secret").findAny().isEmpty())
                .map(property -> property.finding("is named as a secret: add x-secret: true, or false if it is none"));
    }
}
