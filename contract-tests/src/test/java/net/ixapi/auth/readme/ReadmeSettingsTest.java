package net.ixapi.auth.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.client.IxApiClientBuilder;
import net.ixapi.auth.client.runtime.HttpSettings;
import net.ixapi.auth.client.runtime.RetrySettings;
import net.ixapi.auth.client.runtime.TransportSettings;
import net.ixapi.auth.client.session.SessionSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's table of settings, compared with the code: neither knows one that the other does not. */
class ReadmeSettingsTest {
    private static final List<Record> RECORDS = List.of(RetrySettings.DEFAULT, SessionSettings.DEFAULT);

    @Test
    void everySettingIsThereAndNoOther() {
        List<String> settings = new ArrayList<>(List.of("`at`"));
        Stream.of(IxApiClientBuilder.class.getMethods())
                .filter(method -> method.getReturnType().isAssignableFrom(IxApiClientBuilder.class))
                .filter(method -> HttpSettings.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> !takesMembers(method))
                .forEach(method -> settings.add("`" + method.getName() + "`"));
        settings.addAll(members("retries", RetrySettings.class));
        settings.addAll(members("session", SessionSettings.class));

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
        return Stream.concat(ofRecords(), ofTheTransport());
    }

    /** But for those whose default is an object that says nothing. */
    private static Stream<Object[]> ofTheTransport() {
        TransportSettings settings = new TransportSettings();
        return Arrays.stream(HttpSettings.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> !List.of(
                                "sslContext", "clock", "idleTimeout", "validateAfterInactivity", "ofHttpClient")
                        .contains(field.getName()))
                .map(field -> new Object[] {"`" + field.getName() + "`", text(value(settings, field))});
    }

    private static Stream<Object[]> ofRecords() {
        return RECORDS.stream()
                .flatMap(settings -> Arrays.stream(settings.getClass().getRecordComponents())
                        .map(component -> new Object[] {
                            group(settings) + "`" + component.getName() + "`", text(value(settings, component))
                        }));
    }

    private static String group(Record settings) {
        return settings instanceof RetrySettings ? "`retries`: " : "`session`: ";
    }

    private static boolean takesMembers(Method method) {
        return List.of(method.getParameterTypes()).equals(List.of(RetrySettings.class))
                || List.of(method.getParameterTypes()).equals(List.of(SessionSettings.class));
    }

    private static List<String> members(String setting, Class<? extends Record> settings) {
        return Stream.of(settings.getRecordComponents())
                .map(component -> "`" + setting + "`: `" + component.getName() + "`")
                .toList();
    }

    private static Object value(Record settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object value(TransportSettings settings, Field field) {
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
        } else if (value instanceof Set<?> several) {
            return several.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        }
        return value instanceof String ? "`" + value + "`" : value.toString();
    }
}
