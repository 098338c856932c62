package net.ixapi.auth.stub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --fault} is read as strictly as what the admin interface gets. */
@Timeout(60)
class FaultOptionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "null                                    | it must not be null",
                "5                                       | it must be an object",
                "{'fault': 'status', 'status': 503.7}    | status must be an integer of 32 bits",
                "{'fault': 'status', 'status': '503'}    | status must be an integer of 32 bits",
                "{'fault': 'empty-body'} x               | it is not valid JSON at line 1, column 25",
                "{'fault': 'delay', 'fault': 'status'}   | it is not valid JSON at line 1, column 27",
                "{'fault': 'status', 'status': 7}        | status must be at least 200",
                "{'fault': 'delay'}                      | time is required",
                "{'fault': 'content-type'}               | content_type is required",
                "{'fault': 'empty-body', 'time': 'PT1S'} | time is unknown: there are account, and, fault, headers,"
                        + " operation, times",
                "{'fault': 'delay', 'time': 'PT1S', 'and': {'fault': 'status'}} | and.status is required"
            })
    void isRefusedWhereTheAdminInterfaceWouldRefuseIt(String fault, String reason) {
        CommandRun.of(Map.of(), "--self-test", "--port=0", "--fault=" + fault.replace('\'', '"'))
                .assertUsage("Invalid value for option '--fault': " + reason);
    }

    /** A port that is taken would be noticed before it. */
    @Test
    void isRefusedBeforeAPortOpens() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            CommandRun run = CommandRun.of(Map.of(), "--port=" + taken.getLocalPort(), "--fault={\"fault\": \"x\"}");

            assertThat(run.err())
                    .startsWith("Invalid value for option '--fault': fault must be one of status, connection-reset, ");
        }
    }
}
