package net.ixapi.auth.openapi.lint;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.SchemaParts;

final class SecretRules {
    private static final Pattern SECRET = Pattern.compile("(secret|token|password)$", Pattern.CASE_INSENSITIVE);

    private SecretRules() {}

    /** Every property whose name ends in secret, token or password has format: password, which keeps it out of logs. */
    static Stream<Finding> secretsArePasswords(Document document) {
        return document.root()
                .uses("properties")
                .flatMap(properties -> properties.properties().stream())
                .filter(property -> SECRET.matcher(property.name()).find())
                .filter(property -> SchemaParts.keyword(property, "format")
                        .noneMatch(format -> format.text().equals("password")))
                .map(property -> property.finding("is a secret: it must have format: password"));
    }
}
