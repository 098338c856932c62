package net.ixapi.auth.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.ixapi.auth.client.IxApiClient;
import net.ixapi.auth.client.IxApiClientBuilder;
import net.ixapi.auth.client.runtime.HttpSettings;
import net.ixapi.auth.client.runtime.TransportSettings;
import net.ixapi.auth.client.session.SessionBuilder;
import net.ixapi.auth.client.session.TokenPair;
import net.ixapi.auth.client.session.TokenProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's table of settings, compared with the code: neither knows one that the other does not. */
class ReadmeSettingsTest {
    /** The clock is the client's; the jitter, the fraction and the delays are for tests; the rest are objects that say nothing. */
    private static final Set<String> WITHOUT_A_DEFAULT_TO_SHOW = Set.of(
            "provider",
            "clock",
            "executor",
            "listener",
            "jitter",
            "sslContext",
            "idleTimeout",
            "validateAfterInactivity",
            "httpClient",
            "timer",
            "baseUrl",
            "credentials",
            "oauth2",
            "tokenProvider",
            "session",
            "fraction",
            "initialDelay",
            "maxDelay");

    @Test
    void everySettingIsThereAndNoOther() {
        List<String> settings = new ArrayList<>(List.of("`at`"));
        Stream.of(IxApiClientBuilder.class.getMethods())
                .filter(method -> HttpSettings.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> method.getReturnType().isAssignableFrom(IxApiClientBuilder.class))
                .filter(method -> !List.of(method.getParameterTypes()).equals(List.of(Consumer.class)))
                .forEach(method -> settings.add("`" + method.getName() + "`"));
        settings.addAll(settersOf("session", SessionBuilder.class));
        settings.remove("`session`: `clock`");

        assertThat(Readme.CLIENT.rows("Setting"))
                .extracting(row -> row.get(0).replaceFirst("\\(.*\\)", ""))
                .containsExactlyInAnyOrderElementsOf(settings);
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void theDefaultIsTheRealOne(String setting, String value) {
        assertThat(Readme.CLIENT.rows("Setting"))
                .filteredOn(row -> row.get(0).equals(setting))
                .singleElement()
                .satisfies(row -> assertThat(row.get(2)).isEqualTo(value));
    }

    static Stream<Object[]> defaults() {
        return Stream.of(
                        defaultsOf("", HttpSettings.class, new TransportSettings()),
                        defaultsOf("", IxApiClientBuilder.class, IxApiClient.at(URI.create("https://ix.example"))),
                        defaultsOf("`session`: ", SessionBuilder.class, new SessionBuilder(new NoTokens())))
                .flatMap(defaults -> defaults);
    }

    private static Stream<Object[]> defaultsOf(String group, Class<?> type, Object settings) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> !WITHOUT_A_DEFAULT_TO_SHOW.contains(field.getName()))
                .map(field -> new Object[] {group + "`" + field.getName() + "`", text(value(settings, field))});
    }

    private static List<String> settersOf(String setting, Class<?> settings) {
        return Arrays.stream(settings.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == settings)
                .map(method -> "`" + setting + "`: `" + method.getName() + "`")
                .toList();
    }

    private static Object value(Object settings, Field field) {
        try {
            field.setAccessible(true);
            return field.get(settings);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Object value) {
        if (value == null) {
            return "none";
        } else if (value instanceof Duration time) {
            return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
        }
        return value instanceof String ? "`" + value + "`" : value.toString();
    }

    private static final class NoTokens implements TokenProvider {
        @Override
        public TokenPair logIn() {
            throw new UnsupportedOperationException();
        }

        @Override
        public TokenPair refresh(String refreshToken) {
            throw new UnsupportedOperationException();
        }
    }
}
