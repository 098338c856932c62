package net.ixapi.auth.openapi.lint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.UnreadableDocumentException;

/** Checks one file, and ends in time with a plain reason whatever the file holds. */
final class LintRun {
    private LintRun() {}

    /**
     * What there is to say of a file.
     *
     * @param findings what is wrong with it, one a line
     * @param summary what it is; empty where it cannot be read
     */
    record Result(List<Finding> findings, String summary) {}

    /**
     * Checks a file.
     *
     * @param name what the findings call it
     * @param timeout how long that may take
     */
    static Result of(Path file, String name, List<RuleGroup> groups, Duration timeout)
            throws InterruptedException, ExecutionException {
        FutureTask<Result> task = new FutureTask<>(() -> result(file, name, groups));
        Thread thread = new Thread(task, "lint");
        thread.setDaemon(true); // nothing interrupts a pattern that is being matched
        thread.start();
        try {
            return task.get(TimeUnit.MILLISECONDS.convert(timeout), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return unchecked(name, "was not checked within " + timeout + ": are its patterns and references simple?");
        }
    }

    private static Result result(Path file, String name, List<RuleGroup> groups) {
        try {
            Document document = Document.read(file, name);
            List<Finding> findings = RuleGroup.findings(groups, document);
            return new Result(findings, summary(document, name, findings.size()));
        } catch (UnreadableDocumentException e) {
            return new Result(List.of(e.finding()), "");
        } catch (OutOfMemoryError e) {
            return unchecked(name, "was not checked: it takes more memory than this Java has, see java -Xmx");
        }
    }

    private static String summary(Document document, String name, int findings) {
        return String.join(
                ", ",
                name + ": " + count(document.operations().size(), "operation"),
                count(document.components("schemas").size(), "schema"),
                findings == 0 ? "no findings" : count(findings, "finding"));
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static Result unchecked(String name, String reason) {
        return new Result(List.of(new Finding(name, reason)), "");
    }
}
