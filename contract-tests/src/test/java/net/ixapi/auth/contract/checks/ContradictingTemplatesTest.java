package net.ixapi.auth.contract.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.engine.TriedOperations;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.generated.GeneratedOperation;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.Route;
import net.ixapi.auth.contract.wire.Sleeper;
import net.ixapi.auth.contract.wire.Wire;
import net.ixapi.auth.templates.Compilation;
import net.ixapi.auth.templates.Generation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A template that is broken on purpose makes models or a client that contradict the document: the suite blames itself. */
class ContradictingTemplatesTest {
    private static final Path TEMPLATES = Path.of("../openapi/templates");
    private static final Path DOCUMENT = Path.of("../openapi/openapi.yaml");

    @TempDir
    private Path folder;

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void eachIsAFaultOfTheSuite(String name, String template, String old, String replacement, String fault)
            throws Exception {
        Path broken = brokenTemplates(template, old, replacement);
        Path sources = Generation.client(broken, DOCUMENT, folder.resolve("generated"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        assertThat(Compilation.run(sources, classes)).isEmpty();

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Findings findings = new Findings(check -> true);
            Class<?> api = loader.loadClass("scenario.client.AuthApi");
            Probe probe = run(operation -> GeneratedOperation.of(operation, api), findings);

            assertThat(probe.typed().faults()).anyMatch(text -> text.contains(fault));
            assertThat(findings.sorted()).isEmpty();
        }
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                Arguments.of(
                        "texts are short",
                        "model/beanValidation.mustache",
                        "  @NotNull",
                        "  @NotNull @Size(max = 9)",
                        "POST /auth/token 201: AuthToken is valid to the document, but not to Jakarta Validation"),
                Arguments.of(
                        "problems have another type",
                        "client/api.mustache",
                        "{{/isDefault}}\", new TypeRef<{{{dataType}}}>",
                        "{{/isDefault}}\", new TypeRef<Integer>",
                        "POST /auth/token 401: the generated client cannot read 401"),
                Arguments.of(
                        "another status is the success",
                        "client/api.mustache",
                        ".succeeds(\"{{code}}\")",
                        ".succeeds(\"299\")",
                        "POST /auth/token 201: the generated client cannot read 201"));
    }

    private Path brokenTemplates(String template, String old, String replacement) throws IOException {
        Path broken = folder.resolve("templates");
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.toList()) {
                Path copy = broken.resolve(TEMPLATES.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        String text = Files.readString(broken.resolve(template));
        assertThat(text).contains(old);
        Files.writeString(broken.resolve(template), text.replace(old, replacement));
        return broken;
    }

    private static Probe run(Function<Operation, Optional<GeneratedOperation>> client, Findings findings) {
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            ContractTarget target = stub.target();
            try (Wire wire = new Wire(target.baseUri(), Route.DIRECT, Limits.DEFAULT, Sleeper.REAL)) {
                Probe probe = new Probe(
                        target,
                        OpenApiDocument.ofTheContract(),
                        wire,
                        new Secrets(),
                        findings,
                        Options.DEFAULT,
                        Clock.systemUTC(),
                        Sleeper.REAL);
                new Check(
                                "generated-client",
                                TriedOperations::all,
                                context -> new GeneratedClientCheck(context, client).run())
                        .run(probe, new Fixtures(probe));
                return probe;
            }
        }
    }
}
