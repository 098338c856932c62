package net.ixapi.auth.edits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Place;

/**
 * An edit of the contract, and who has something to say of it.
 *
 * @param place where it is described
 */
record Edit(Place place) {
    private static final Path CONTRACT = Path.of("../openapi/openapi.yaml");
    private static final Path EDITS = Path.of("../openapi/src/test/edits/edits.yaml");

    static Stream<Edit> all() {
        return Document.read(EDITS, EDITS.toString()).root().items().stream().map(Edit::new);
    }

    static Edit named(String name) {
        return all().filter(edit -> edit.toString().equals(name)).findFirst().orElseThrow();
    }

    /** The contract with the edit. */
    String contract() throws IOException {
        String contract = Files.readString(CONTRACT);
        for (Place change : place.property("changes").items()) {
            String old =
                    change.property("after").text() + change.property("replace").text();
            String text = change.property("after").text()
                    + change.property("insert").text()
                    + change.property("by").text();
            contract = contract.replace(old, text);
        }
        return contract;
    }

    /** What the linter, the compiler, the suite or the gate must say; empty for nothing. */
    String expected(String by) {
        return place.property(by).text();
    }

    @Override
    public String toString() {
        return place.property("name").text();
    }
}
