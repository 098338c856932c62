package net.ixapi.auth.contract.requirements;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads requirements. */
public final class Requirements {
    /** The version of the contract that they are frozen for. */
    public static final String VERSION = "2.1.0";

    private Requirements() {}

    /**
     * The requirements of this release's contract.
     *
     * @return all of them, in the order of the file
     */
    public static List<Requirement> ofTheContract() {
        try (InputStream file = Requirements.class.getResourceAsStream("requirements-" + VERSION + ".yaml")) {
            Object list = new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            return new JsonMapper().convertValue(list, new TypeReference<List<Requirement>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
