package net.ixapi.auth.openapi.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;

/**
 * A small document that keeps the rules, and variants of it that break one.
 *
 * @param name what findings call it
 */
record Sample(String name, String text) {
    static Sample of(String name) {
        try (InputStream resource = Sample.class.getResourceAsStream("/lint/" + name)) {
            return new Sample(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A variant. The part must stand in the document once, so that no change is a change in vain or in more than one place. */
    Sample with(String part, String replacement) {
        assertThat(text).containsOnlyOnce(part);
        return new Sample(name, text.replace(part, replacement));
    }

    Sample without(String part) {
        return with(part, "");
    }

    /** With other properties of the schema {@code Thing} of supported.yaml, written in one line. */
    Sample withProperties(String properties) {
        return with("""
                        whole:
                          $ref: '#/components/schemas/Thing'
                        $ref:
                          type: string
                        example:
                          $ref: '#/components/schemas/Thing/properties/whole'
                """, "\n        {" + properties + "}\n");
    }

    List<String> findings(RuleGroup group) {
        return RuleGroup.findings(List.of(group), Document.parse(text, name)).stream()
                .map(Finding::toString)
                .toList();
    }

    /** What keeps code from being made of a variant. */
    static void assertFinding(Sample broken, String... findings) {
        assertThat(broken.findings(RuleGroup.SUPPORTED)).containsExactly(findings);
    }
}
