package net.ixapi.auth.stub.fault;

import java.util.function.Consumer;
import net.ixapi.auth.server.runtime.FieldError;
import net.ixapi.auth.server.runtime.InvalidRequestException;
import net.ixapi.auth.server.runtime.JsonText;

/** Reads faults from elsewhere than the admin interface, such as an option, as strictly as that does. */
public final class FaultReader {
    private FaultReader() {}

    /**
     * Reads a fault.
     *
     * @param json such as {@code {"fault": "status", "status": 503}}
     * @return adds it to a script
     * @throws IllegalArgumentException if it is no fault; the message names the member, not its value
     */
    public static Consumer<FaultScript> read(String json) {
        FaultSpec order = JsonText.read(json, FaultSpec.class);
        try {
            return order.checked();
        } catch (InvalidRequestException e) {
            FieldError wrong = e.errors().get(0);
            throw new IllegalArgumentException(wrong.name() + " " + wrong.reason());
        }
    }
}
