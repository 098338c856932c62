package net.ixapi.auth.templates.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The check of the command for another document; this project's own tests call it for many. */
class AnyDocument {
    @Test
    void generatedCodeDoesWhatItSays() throws Exception {
        Path classes = Path.of(System.getProperty("generated.classes"));
        Path document = classes.resolve("document/openapi.yaml");
        Differential.Result result =
                Differential.run(document, classes, getClass().getClassLoader(), "document.server", "document.client");
        result.otherwise().forEach(System.out::println);
        result.reasons()
                .forEach((reason, count) ->
                        System.out.println(count + " constraints that no request can break: " + reason));
        System.out.println(result);
        assertThat(result.otherwise()).isEmpty();
    }
}
