package net.ixapi.auth.openapi.document;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Stops at what is nested too deeply, which would overflow the stack of whoever reads on, and at too many values. */
final class BoundedParser implements Parser {
    /** Far above real documents, and below the 500 that JSON parsers allow. */
    private static final int MAX_DEPTH = 200;

    private final Parser parser;
    private final int maxValues;
    private int depth;
    private int values;

    BoundedParser(Parser parser, int maxValues) {
        this.parser = parser;
        this.maxValues = maxValues;
    }

    static String tooMany(int maxValues) {
        return "more than %,d values, aliases written out".formatted(maxValues);
    }

    @Override
    public boolean checkEvent(Event.ID id) {
        return parser.checkEvent(id);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> {
                depth++;
                values++;
            }
            case Scalar, Alias -> values++;
            case MappingEnd, SequenceEnd -> depth--;
            default -> {} // the start and the end of the document
        }
        // No message is made unless it is needed: one for each value would take longer than all else here.
        if (depth > MAX_DEPTH) {
            throw new ParserException("nested more than " + MAX_DEPTH + " levels deep", event.getStartMark());
        }
        if (values > maxValues) {
            throw new ParserException(tooMany(maxValues), event.getStartMark());
        }
        return event;
    }
}
