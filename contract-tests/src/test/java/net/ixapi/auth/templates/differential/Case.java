package net.ixapi.auth.templates.differential;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A change of one value of a good request, and what the document means the server to do.
 *
 * @param name what is special about it
 * @param keyword the keyword of the document that the value breaks, if an annotation can say it; empty otherwise
 * @param wrong the name of the place that the answer must give; null where the request keeps to the document
 * @param value the value in place of the good one; null to leave it out
 */
record Case(
        String name,
        String keyword,
        @Nullable String wrong,
        @Nullable JsonNode value) {}
