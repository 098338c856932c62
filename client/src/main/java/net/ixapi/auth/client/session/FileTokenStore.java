package net.ixapi.auth.client.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pair of tokens in a file, so that the program's next start need not log in. Only the file's owner may read it, where
 * the file system knows owners; it is replaced as a whole; and a second process that opens it is refused, since two that use the
 * same refresh token would log each other out. Safe for many threads; whoever opens it closes it, after the client.
 */
public final class FileTokenStore implements TokenListener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel lock;

    private FileTokenStore(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Opens a store, and keeps others from it until it is closed: by a file beside it whose name ends in {@code .lock}.
     *
     * @param file where the pair is kept; its folder must exist
     * @return the store, to be closed by the caller
     * @throws IllegalStateException if the store is open already, in this process or in another
     * @throws UncheckedIOException if the lock cannot be written
     */
    public static FileTokenStore open(Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new FileTokenStore(file.toAbsolutePath(), channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The token store " + file + " cannot be locked", e);
        }
        throw new IllegalStateException("The token store " + file + " is in use by another program; give each its own");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * The stored pair.
     *
     * @return null where there is none, or where the file cannot be read as one
     */
    public @Nullable TokenPair read() {
        try {
            JsonNode stored = JSON.readTree(Files.readAllBytes(file));
            String accessToken = text(stored, "access_token");
            String expiresAt = text(stored, "expires_at");
            return accessToken == null
                    ? null
                    : new TokenPair(
                            accessToken,
                            text(stored, "refresh_token"),
                            expiresAt == null ? null : Instant.parse(expiresAt),
                            text(stored, "origin"));
        } catch (IOException | DateTimeParseException e) {
            // A log-in is cheaper than a program that does not start.
            return null;
        }
    }

    private static @Nullable String text(JsonNode stored, String property) {
        return stored.path(property).textValue();
    }

    /**
     * Stores a pair in place of the last.
     *
     * @param pair the pair
     * @throws UncheckedIOException if it cannot be written; the last one is kept then
     */
    @Override
    public synchronized void obtained(TokenPair pair) {
        Instant expiresAt = pair.expiresAt();
        ObjectNode stored = JSON.createObjectNode()
                .put("access_token", pair.accessToken())
                .put("refresh_token", pair.refreshToken())
                .put("expires_at", expiresAt == null ? null : expiresAt.toString())
                .put("origin", pair.origin());
        try {
            Path next =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", ownerOnly());
            try {
                Files.write(next, JSON.writeValueAsBytes(stored));
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The token store " + file + " cannot be written", e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Lets others open the store. The pair stays in it. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of the token store " + file + " cannot be given back", e);
        }
    }
}
