package net.ixapi.auth.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTest {
    private static final List<Operation> OPERATIONS =
            Document.parse("""
            paths:
              x-note: No path.
              /a/{b}:
                summary: No operation.
                parameters:
                  - {name: b, in: path}
                  - {name: c, in: query}
                  - {name: c, in: header}
                get: {}
                put:
                  parameters:
                    - {name: c, in: query}
                    - $ref: '#/components/parameters/D'
              /e:
                $ref: '#/paths/~1a~1{b}'
            components:
              parameters:
                D: {name: d, in: query}
            """, "f.yaml").operations();

    @Test
    void operationsAreThoseOfPathsReferencesFollowed() {
        assertThat(OPERATIONS)
                .extracting(operation -> operation.place().name() + " " + operation.path())
                .containsExactly("get /a/{b}", "put /a/{b}", "get /e", "put /e");
    }

    @Test
    void operationHasTheParametersOfItsPath() {
        assertThat(parameters(OPERATIONS.get(0)))
                .containsExactly(
                        "/paths/~1a~1{b}/parameters/0", "/paths/~1a~1{b}/parameters/1", "/paths/~1a~1{b}/parameters/2");
    }

    @Test
    void operationReplacesParametersOfItsPath() {
        assertThat(parameters(OPERATIONS.get(1)))
                .containsExactly(
                        "/paths/~1a~1{b}/put/parameters/0",
                        "/components/parameters/D",
                        "/paths/~1a~1{b}/parameters/0",
                        "/paths/~1a~1{b}/parameters/2");
    }

    private static List<String> parameters(Operation operation) {
        return operation.parameters().stream().map(Place::pointer).toList();
    }
}
