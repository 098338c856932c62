package net.ixapi.auth.client.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pair of tokens in a file, so that the program's next start need not log in. Only the file's owner may read it, where
 * the file system knows owners; it is replaced as a whole; and a second process that opens it is refused, since two that use the
 * same refresh token would log each other out. Safe for many threads; whoever opens it closes it, after the client.
 */
public final class FileTokenStore implements TokenListener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Far more than any pair has. */
    private static final int MAX_BYTES = 1 << 20;

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
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try {
            FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locksOrCloses(lock)) {
                return new FileTokenStore(file.toAbsolutePath(), lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The token store " + file + " cannot be locked", e);
        }
        throw new IllegalStateException("The token store " + file + " is in use by another program; give each its own");
    }

    /** A channel that cannot be locked would stay open otherwise. */
    private static boolean locksOrCloses(FileChannel channel) throws IOException {
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // A store of this process has it.
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock != null;
    }

    /**
     * The stored pair.
     *
     * @return null where there is none, or where the file cannot be read as one
     */
    public @Nullable TokenPair read() {
        try (InputStream content = Files.newInputStream(file)) {
            JsonNode stored = JSON.readTree(content.readNBytes(MAX_BYTES));
            String expiresAt = stored.path("expires_at").textValue();
            TokenPair pair = new TokenPair(
                    Objects.requireNonNullElse(stored.path("access_token").textValue(), ""),
                    stored.path("refresh_token").textValue(),
                    expiresAt == null ? null : Instant.parse(expiresAt),
                    stored.path("origin").textValue());
            return pair.accessToken().isEmpty() ? null : pair;
        } catch (IOException | DateTimeParseException e) {
            // A log-in is cheaper than a program that does not start.
            return null;
        }
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
            // Where the file system knows owners, the JDK lets only the owner read it.
            Path next =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
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

    /**
     * Lets others open the store. The pair stays in it.
     *
     * @throws IOException if the lock cannot be given back
     */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
