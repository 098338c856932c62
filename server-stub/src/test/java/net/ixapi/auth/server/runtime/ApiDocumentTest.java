package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import net.ixapi.auth.openapi.document.Document;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {
    /** Programs that only name an operation, such as a health check, need not wait for it. */
    @Test
    void isReadOnceAndNotBeforeItIsNeeded() {
        AtomicInteger reads = new AtomicInteger();
        ApiDocument document = new ApiDocument(() -> {
            reads.incrementAndGet();
            return Document.parse("paths: {/test: {post: {}}}", "test.yaml");
        });
        ApiOperation operation = new ApiOperation("test_create", "POST", "/test");
        assertThat(reads).hasValue(0);

        document.requests(operation);
        document.requests(operation);

        assertThat(reads).hasValue(1);
    }
}
