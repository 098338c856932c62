package net.ixapi.auth.templates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** Generates with the project's templates and options, as the modules' builds do, into packages of their own. */
public final class Generation {
    private static final Path TEMPLATES = Path.of("../openapi/templates");

    private static final String PACKAGE = "scenario";

    private Generation() {}

    /** Packages the document with the classes, as a build does. */
    static void copy(Path document, Path classes) throws IOException {
        copy(document, classes, PACKAGE);
    }

    public static void copy(Path document, Path classes, String inPackage) throws IOException {
        Files.copy(document, Files.createDirectories(classes.resolve(inPackage)).resolve("openapi.yaml"));
    }

    static Path run(Path document, Path folder) {
        return run(document, folder, PACKAGE);
    }

    /** Everything, into packages below a given one. */
    public static Path run(Path document, Path folder, String inPackage) {
        List.of("model", "client", "server").forEach(kind -> generate(TEMPLATES, kind, document, folder, inPackage));
        return folder.resolve("src/main/java");
    }

    /** Models and client only, with templates that may differ from the project's. */
    public static Path client(Path templates, Path document, Path folder) {
        generate(templates, "model", document, folder, PACKAGE);
        generate(templates, "client", document, folder, PACKAGE);
        return folder.resolve("src/main/java");
    }

    private static void generate(Path all, String kind, Path document, Path folder, String inPackage) {
        Path templates = all.resolve(kind);
        if (!Files.exists(templates)) {
            throw new IllegalStateException(
                    "Run in the folder contract-tests: there is no " + templates.toAbsolutePath());
        }
        GlobalSettings.reset();
        CodegenConfigurator configurator = CodegenConfigurator.fromFile(
                        templates.resolve("generator.yaml").toString())
                .setInputSpec(document.toString())
                .setTemplateDir(templates.toString())
                .setOutputDir(folder.toString())
                .setModelPackage(inPackage + ".model")
                .setApiPackage(inPackage + "." + kind)
                .setInvokerPackage(inPackage + "." + kind)
                .addAdditionalProperty("documentResource", "/" + inPackage + "/openapi.yaml")
                .addGlobalProperty(kind.equals("model") ? "models" : "apis", "")
                .addGlobalProperty("supportingFiles", "package-info.java");
        List.of("modelDocs", "modelTests", "apiDocs", "apiTests")
                .forEach(part -> configurator.addGlobalProperty(part, "false"));
        new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    }
}
