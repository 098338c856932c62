package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import net.ixapi.auth.client.bearer.BearerHandler;
import org.junit.jupiter.api.Test;

/** The public API changes only where a reviewer sees it. */
class PublicApiTest {
    private static final Path RECORD = Path.of("public-api.txt");

    /** Where users hand in something of HttpClient's, or it hands something to us. */
    private static final Set<String> MAY_NAME_A_LIBRARY = Set.of(
            "net.ixapi.auth.client.IxApiClient.httpClient()",
            "net.ixapi.auth.client.runtime.HttpTransport.httpClient(HttpSettings)",
            "net.ixapi.auth.client.bearer.BearerHandler.addTo(HttpClientBuilder)",
            "net.ixapi.auth.client.bearer.BearerHandler.execute(ClassicHttpRequest, ExecChain$Scope, ExecChain)");

    /** Users add it to a HttpClient of their own. */
    private static final Set<Class<?>> MAY_BE_A_LIBRARYS = Set.of(BearerHandler.class);

    @Test
    void itIsTheOneOnRecord() throws IOException {
        if (Boolean.getBoolean("record")) {
            Files.writeString(RECORD, PublicApi.text());
        }
        assertThat(PublicApi.text())
                .as("The public API differs from client/public-api.txt. If that is meant, record it anew and have it"
                        + " reviewed: mvn test -pl client -am -Dtest=PublicApiTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -DargLine=-Drecord=true")
                .isEqualTo(Files.readString(RECORD));
    }

    @Test
    void itNamesNoLibrary() {
        Stream<String> naming = PublicApi.types().stream()
                .flatMap(PublicApi::members)
                .filter(member -> PublicApi.typesIn(member).anyMatch(PublicApiTest::isALibrarys))
                .map(PublicApiTest::nameOf);
        assertThat(naming).containsExactlyInAnyOrderElementsOf(MAY_NAME_A_LIBRARY);
    }

    @Test
    void noTypeIsALibrarys() {
        assertThat(PublicApi.types())
                .filteredOn(type -> !MAY_BE_A_LIBRARYS.contains(type))
                .noneMatch(
                        type -> Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                                .anyMatch(PublicApiTest::isALibrarys));
    }

    private static boolean isALibrarys(Class<?> type) {
        Class<?> element = type.isArray() ? type.componentType() : type;
        return element.getName().startsWith("com.fasterxml.")
                || element.getName().startsWith("org.apache.");
    }

    private static String nameOf(Member member) {
        String parameters = member.toString().replaceFirst("^.*\\(", "(").replaceAll("[\\w.$]+\\.(?=[\\w$]+[,)])", "");
        return member.getDeclaringClass().getName() + "." + member.getName()
                + parameters.replaceFirst("\\).*", ")").replace(",", ", ");
    }
}
