package net.ixapi.auth.openapi.document;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Stops at what is nested too deeply, which would overflow the stack of whoever reads on, and at too many values. */
final class BoundedParser extends ParserImpl {
    /** Far above real documents, and below the 500 that JSON parsers allow. */
    private static final int MAX_DEPTH = 200;

    private final int maxValues;
    private int depth;
    private int values;

    BoundedParser(LoadSettings settings, StreamReader reader, int maxValues) {
        super(settings, reader);
        this.maxValues = maxValues;
    }

    static String tooMany(int maxValues) {
        return "more than %,d values, aliases written out".formatted(maxValues);
    }

    @Override
    public Event next() {
        Event event = super.next();
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> {
                depth++;
                values++;
            }
            case Scalar, Alias -> values++;
            case MappingEnd, SequenceEnd -> depth--;
            default -> {} // the start and the end of the document
        }
        if (depth > MAX_DEPTH || values > maxValues) {
            String problem = depth > MAX_DEPTH ? "nested more than " + MAX_DEPTH + " levels deep" : tooMany(maxValues);
            throw new ParserException(problem, event.getStartMark());
        }
        return event;
    }
}
