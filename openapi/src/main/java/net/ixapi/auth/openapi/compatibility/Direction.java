package net.ixapi.auth.openapi.compatibility;

import java.util.Locale;

/** Who sends a value. A client may send what was allowed, and expects nothing but what was allowed. */
enum Direction {
    REQUEST(Effect.NARROWED, "readOnly"),
    RESPONSE(Effect.WIDENED, "writeOnly");

    private final Effect incompatible;
    private final String hiding;

    Direction(Effect incompatible, String hiding) {
        this.incompatible = incompatible;
        this.hiding = hiding;
    }

    boolean isCompatible(Effect effect) {
        return effect != incompatible && effect != Effect.CHANGED;
    }

    /** The keyword that keeps a property out of messages of this direction. */
    String hiding() {
        return hiding;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
