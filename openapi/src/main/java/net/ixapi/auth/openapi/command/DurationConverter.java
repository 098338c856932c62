package net.ixapi.auth.openapi.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations of options, as in {@code 5s}, {@code 200ms}, {@code 1m} or {@code PT5S}. */
public final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            if (text.matches("\\d+ms")) {
                return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
            }
            String iso = text.toUpperCase(Locale.ROOT);
            return Duration.parse(iso.startsWith("P") ? iso : "PT" + iso);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a duration such as 5s or 1m");
        }
    }
}
