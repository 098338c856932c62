package net.ixapi.auth.openapi.compatibility;

/** Who sends a value. A client may send what was allowed, and expects nothing but what was allowed. */
enum Direction {
    REQUEST("request", Effect.NARROWED, "readOnly"),
    RESPONSE("response", Effect.WIDENED, "writeOnly");

    private final String word;
    private final Effect incompatible;
    private final String hiding;

    Direction(String word, Effect incompatible, String hiding) {
        this.word = word;
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
        return word;
    }
}
