package net.ixapi.auth.openapi;

import static net.ixapi.auth.openapi.Findings.assertNone;

import java.net.URISyntaxException;
import net.ixapi.auth.openapi.lint.RuleGroup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Says at the start of a build, with file and line, what the templates could not make code of. */
@Tag("any-document")
class DocumentTest {
    @Test
    void keepsTheRulesOfWhatIsSupported() throws URISyntaxException {
        GivenDocument document = GivenDocument.ofThisBuild();
        assertNone(RuleGroup.SUPPORTED.findings(document.file(), document.name()));
    }
}
