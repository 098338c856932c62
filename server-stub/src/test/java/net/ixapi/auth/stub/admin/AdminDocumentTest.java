package net.ixapi.auth.stub.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import net.ixapi.auth.openapi.lint.LintCommand;
import org.junit.jupiter.api.Test;

/** The document of the admin interface is held to what the templates support, as the contract is. */
class AdminDocumentTest {
    @Test
    void passesTheLinter() {
        StringWriter out = new StringWriter();
        int exitCode = LintCommand.commandLine().setOut(new PrintWriter(out)).execute("src/main/openapi/admin.yaml");

        assertThat(out.toString()).contains("10 operations").endsWith("no findings" + System.lineSeparator());
        assertThat(exitCode).isZero();
    }
}
