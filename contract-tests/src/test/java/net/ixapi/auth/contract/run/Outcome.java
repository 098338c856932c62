package net.ixapi.auth.contract.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.contract.targets.ContractTarget;
import picocli.CommandLine;

/** What the command printed, and the code that it would have ended with. */
record Outcome(int code, String out, String err) {
    /** Runs the command within this process, at full speed. */
    static Outcome of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                ContractCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = command.execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** The same against a server. */
    static Outcome against(ContractTarget target, String... more) {
        return against(target.baseUri(), target, more);
    }

    /** The same with another address. */
    static Outcome against(URI baseUri, ContractTarget credentials, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--base-url", baseUri.toString(),
                "--api-key", credentials.apiKey(),
                "--api-secret", credentials.apiSecret(),
                "--rate", "100000"));
        arguments.addAll(List.of(more));
        return of(arguments.toArray(String[]::new));
    }

    String all() {
        return out + err;
    }
}
