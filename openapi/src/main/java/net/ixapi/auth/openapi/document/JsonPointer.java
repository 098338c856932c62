package net.ixapi.auth.openapi.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON pointers (RFC 6901), and references within a document that consist of one, such as {@code #/components/schemas/Pet}. */
final class JsonPointer {
    private JsonPointer() {}

    static String append(String pointer, String token) {
        return pointer + "/" + token.replace("~", "~0").replace("/", "~1");
    }

    static Optional<Place> follow(Place root, String reference) {
        return reference.equals("#") || reference.startsWith("#/")
                ? Optional.of(descend(root, decoded(reference.substring(1))))
                : Optional.empty();
    }

    private static Place descend(Place root, String pointer) {
        Place place = root;
        String[] tokens = pointer.split("/", -1);
        for (int i = 1; i < tokens.length; i++) {
            place = place.property(tokens[i].replace("~1", "/").replace("~0", "~"));
        }
        return place;
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment; // A bare % stands for itself.
        }
    }
}
