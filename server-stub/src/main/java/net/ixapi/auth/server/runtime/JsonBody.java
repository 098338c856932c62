package net.ixapi.auth.server.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** The bytes of a body as JSON. */
final class JsonBody {
    private JsonBody() {}

    /**
     * Null where the body is empty.
     *
     * @throws InvalidRequestException if it is not JSON
     */
    static @Nullable JsonNode parse(ObjectMapper json, byte[] body) {
        try {
            // Jackson itself would take UTF-16 and UTF-32 too (RFC 8259, section 8.1).
            JsonNode tree = json.readTree(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
            return tree.isMissingNode() ? null : tree;
        } catch (CharacterCodingException e) {
            throw invalid("is not valid UTF-8");
        } catch (StreamConstraintsException e) {
            throw invalid("is nested too deeply, or has a name or a number that is too long");
        } catch (JacksonException e) {
            throw invalid("is not valid JSON" + at(e.getLocation()));
        }
    }

    private static InvalidRequestException invalid(String reason) {
        return new InvalidRequestException(FieldError.BODY, reason);
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
