package uk.gov.datashare.connectors.email;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Where the hub's key comes from: configuration in a real hub, a file that only its owner can read in an embedded one. */
public final class HubKey {

    private static final String FILE = "hub.key";

    private HubKey() {}

    /**
     * The configured key.
     *
     * @param base64 at least 32 bytes, in Base64
     * @throws IllegalArgumentException when it is no Base64 or too short; the message never shows it
     */
    public static byte[] fromConfiguration(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("The hub's key is not Base64");
        }
        if (key.length < ReplyTokens.KEY_BYTES) {
            throw new IllegalArgumentException("The hub's key is shorter than " + ReplyTokens.KEY_BYTES + " bytes");
        }
        return key;
    }

    /** The key in the data folder, made at the first start. Every reply address in circulation stands on it. */
    public static byte[] inFolder(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            return fromConfiguration(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read or make the hub's key " + file, unreadable);
        }
    }

    /** Written beside its place and moved there whole, so that a hub that dies meanwhile leaves no half a key. */
    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] key = new byte[ReplyTokens.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path draft = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(draft);
        try (var channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), ownerOnly(draft))) {
            channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(key)));
            channel.force(true);
        }
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException _) {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
