package uk.gov.datashare.connectors.email.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the embedded mail server keeps mail: a file for each, {@code mailbox/folder/number.eml}, written through to the disk
 * before its sender is told that it was taken. The number stands in the mail's first header line, by which it is known again.
 */
final class Spool {

    /** The header that says which file a mail is kept in. */
    static final String NUMBER = "X-Embedded-Spool";

    private static final String SUFFIX = ".eml";

    /**
     * A mail that is kept.
     *
     * @param number  its file's name
     * @param mailbox whose
     * @param folder  its IMAP folder
     * @param file    its bytes, the spool's own header line first
     */
    record Kept(String number, String mailbox, String folder, Path file) {}

    private final Path root;
    private final AtomicLong last = new AtomicLong();
    private final Map<String, Path> files = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> missing = new HashSet<>();

    /** A spool in this folder, which is made if it is not there. */
    Spool(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded mail server cannot keep mail in " + root, e);
        }
    }

    /** Everything that is kept, in the order in which it came. */
    synchronized List<Kept> load() {
        try (Stream<Path> found = Files.walk(root)) {
            List<Kept> kept = new ArrayList<>();
            for (Path file : found.filter(path -> path.toString().endsWith(SUFFIX)).sorted(Spool::byNumber).toList()) {
                Path place = root.relativize(file);
                kept.add(new Kept(number(file), place.getName(0).toString(), place.getName(1).toString(),
                        file));
                files.put(number(file), file);
                last.accumulateAndGet(Long.parseLong(number(file)), Math::max);
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded mail server cannot read the mail in " + root, e);
        }
    }

    /** Keeps a mail, and gives it back with the line that names its file. */
    synchronized Kept keep(String mailbox, String folder, byte[] raw) {
        String number = "%012d".formatted(last.incrementAndGet());
        byte[] numbered = numbered(number, raw);
        Path file = place(mailbox, folder, number);
        try {
            Files.createDirectories(folderOf(file));
            Path draft = folderOf(file).resolve(number + ".draft");
            Files.deleteIfExists(draft);
            try (FileChannel channel = FileChannel.open(draft, CREATE_NEW, WRITE)) {
                channel.write(ByteBuffer.wrap(numbered));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            files.put(number, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded mail server cannot keep a mail in " + file, e);
        }
        return new Kept(number, mailbox, folder, file);
    }

    /** The server holds this mail: from now on, when it holds it no longer, the file goes too. */
    synchronized void isHeld(Kept kept) {
        seen.add(kept.number());
    }

    /** A mail is where the server says: its file follows it to another folder. */
    synchronized void isIn(String number, String mailbox, String folder) {
        Path now = place(mailbox, folder, number);
        Path before = files.getOrDefault(number, now);
        try {
            if (!before.equals(now)) {
                Files.createDirectories(folderOf(now));
                Files.move(before, now, StandardCopyOption.ATOMIC_MOVE);
            }
            files.put(number, now);
        } catch (IOException e) {
            throw new UncheckedIOException("A mail cannot be moved to " + now + ": " + e, e);
        }
    }

    /**
     * Of the mails that the server held, these are still there; the files of the others go. One that is being moved may be
     * missed once, so only what is missing twice is gone.
     */
    synchronized void areAllOf(Set<String> numbers) {
        Set<String> absent = seen.stream().filter(number -> !numbers.contains(number)).collect(Collectors.toSet());
        absent.stream().filter(missing::contains).forEach(this::delete);
        missing.clear();
        missing.addAll(absent);
    }

    private void delete(String number) {
        seen.remove(number);
        Path file = files.remove(number);
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded mail server cannot delete " + file, e);
        }
    }

    private static byte[] numbered(String number, byte[] raw) {
        var numbered = new ByteArrayOutputStream(raw.length + 40);
        numbered.writeBytes((NUMBER + ": " + number + "\r\n").getBytes(US_ASCII));
        numbered.writeBytes(raw);
        return numbered.toByteArray();
    }

    private Path place(String mailbox, String folder, String number) {
        return root.resolve(safe(mailbox)).resolve(safe(folder)).resolve(number + SUFFIX);
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " is in no folder");
        }
        return folder;
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9@._-]", "_");
    }

    private static int byNumber(Path one, Path other) {
        return number(one).compareTo(number(other));
    }

    private static String number(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
