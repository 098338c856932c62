package net.ixapi.auth.contract.targets;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The stub is optional to others' builds. */
class EmbeddedStubTest {
    private static final Pattern OF_THE_STUB = Pattern.compile("server-stub|javalin|jetty|hibernate-validator");

    @Test
    void whoDoesNotHaveItIsToldWhatToAdd() throws Exception {
        try (URLClassLoader without =
                new URLClassLoader(classPathWithoutTheStub(), ClassLoader.getPlatformClassLoader())) {
            Class<?> stub = without.loadClass(EmbeddedStub.class.getName());

            assertThatThrownBy(() -> stub.getMethod("start").invoke(null))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("add net.ixapi:ixapi-auth-server-stub in test scope");
        }
    }

    private static URL[] classPathWithoutTheStub() throws MalformedURLException {
        List<URL> places = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!OF_THE_STUB.matcher(place).find()) {
                places.add(new File(place).toURI().toURL());
            }
        }
        return places.toArray(URL[]::new);
    }
}
