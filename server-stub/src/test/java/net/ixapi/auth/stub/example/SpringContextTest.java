package net.ixapi.auth.stub.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.fault.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/**
 * A stub beside a Spring context. As a bean, it lives as long as the context, which Spring keeps for all classes that want the same
 * one, and closes with the last; a stub of one class would be gone while the context still had its address.
 */
@Timeout(60)
@Tag("long")
class SpringContextTest {
    /** An application whose client is told by a property where the exchange is. */
    @Configuration
    static class Application {
        @Bean
        Login login(@Value("${ixapi.base-uri}") URI baseUri) {
            return new Login(baseUri);
        }
    }

    record Login(URI baseUri) {
        int status() throws Exception {
            Account account = Account.EXAMPLE;
            String body =
                    "{\"api_key\": \"%s\", \"api_secret\": \"%s\"}".formatted(account.apiKey(), account.apiSecret());
            HttpRequest request = HttpRequest.newBuilder(URI.create(baseUri + "/auth/token"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** The stub as a bean: Spring calls its {@code close} when it closes the context. */
    @Configuration
    static class StubConfiguration {
        @Bean
        StubServer stub() {
            return StubServer.builder().start();
        }

        @Bean
        DynamicPropertyRegistrar addressOf(StubServer stub) {
            return properties -> properties.add("ixapi.base-uri", stub::baseUri);
        }
    }

    /** Which stubs the samples have met. */
    private static final Set<StubServer> met = ConcurrentHashMap.newKeySet();

    @SpringJUnitConfig({StubConfiguration.class, Application.class})
    static class FirstSample {
        @Autowired
        StubServer stub;

        @Autowired
        Login login;

        @BeforeEach
        void reset() {
            stub.reset();
            met.add(stub);
        }

        @Test
        void logsIn() throws Exception {
            assertThat(login.status()).isEqualTo(201);
            stub.journal().assertLoginCalls(1);
        }

        @Nested
        class WhereTheExchangeFails {
            @Test
            void isTold() throws Exception {
                stub.faults().enqueue(Fault.status(503));

                assertThat(login.status()).isEqualTo(503);
                stub.journal().assertLoginCalls(1);
            }
        }
    }

    /** Has the same context, and so the same stub. */
    static class SecondSample extends FirstSample {}

    /** A stub that outlives all classes, for those who would rather not have it as a bean. */
    @SpringJUnitConfig(Application.class)
    static class PropertySample {
        static final StubServer STUB = StubServer.builder().start();

        @DynamicPropertySource
        static void address(DynamicPropertyRegistry properties) {
            properties.add("ixapi.base-uri", STUB::baseUri);
        }

        @Test
        void logsIn(@Autowired Login login) throws Exception {
            STUB.reset();
            assertThat(login.status()).isEqualTo(201);
            STUB.journal().assertLoginCalls(1);
            STUB.close();
        }
    }

    @Test
    void sharesTheStubAsLongAsTheContext() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(FirstSample.class), selectClass(SecondSample.class))
                .execute()
                .testEvents()
                .assertStatistics(events -> events.started(4).succeeded(4));

        assertThat(met).hasSize(1);
    }

    @Test
    void tellsTheAddressByAProperty() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(PropertySample.class))
                .execute()
                .testEvents()
                .assertStatistics(events -> events.started(1).succeeded(1));
    }
}
