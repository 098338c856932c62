package net.ixapi.auth.stub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What a run of the command has said, where it does not serve. */
record CommandRun(int exitCode, String out, String err) {
    static CommandRun of(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = StubCommand.run(environment, new PrintWriter(out), new PrintWriter(err), arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    void assertUsage(String line) {
        assertThat(err).isEqualTo(line + "%nTry --help for all options.%n".formatted());
        assertThat(exitCode).isEqualTo(2);
        assertThat(out).isEmpty();
    }
}
