package uk.gov.datashare.connectors.email.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
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
    private static final String TOGETHER = ".together";

    /** A mail for one mailbox, as it comes in. */
    static final class Arrival {

        private final String mailbox;
        private final String folder;
        private final byte[] raw;

        Arrival(String mailbox, String folder, byte[] raw) {
            this.mailbox = mailbox;
            this.folder = folder;
            this.raw = raw;
        }
    }

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
        try {
            finishWhatWasBegun();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded mail server cannot finish what it had begun in " + root, e);
        }
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

    /**
     * Keeps what came in one transaction, all of it or, if this process dies, none: the list of the drafts is what counts, and
     * a start finishes what it names. Gives each mail back with the line that names its file.
     */
    synchronized List<Kept> keep(List<Arrival> together) {
        List<Kept> kept = together.stream().map(this::draft).toList();
        Path list = root.resolve(kept.stream().map(Kept::number).findFirst().orElse("none") + TOGETHER);
        try {
            if (kept.size() > 1) {
                writeThrough(list, kept.stream().map(one -> root.relativize(one.file()).toString())
                        .collect(Collectors.joining("\n")).getBytes(UTF_8));
            }
            for (Kept one : kept) {
                Files.move(draftOf(one.file()), one.file(), StandardCopyOption.ATOMIC_MOVE);
                files.put(one.number(), one.file());
            }
            Files.deleteIfExists(list);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded mail server cannot keep a mail in " + root, e);
        }
        return kept;
    }

    private Kept draft(Arrival arrival) {
        String number = "%012d".formatted(last.incrementAndGet());
        Path file = place(arrival.mailbox, arrival.folder, number);
        try {
            Files.createDirectories(folderOf(file));
            writeThrough(draftOf(file), numbered(number, arrival.raw));
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded mail server cannot keep a mail in " + file, e);
        }
        return new Kept(number, arrival.mailbox, arrival.folder, file);
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        Path beside = folderOf(file).resolve(file.getFileName() + ".part");
        Files.deleteIfExists(beside);
        try (FileChannel channel = FileChannel.open(beside, CREATE_NEW, WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A process that died between the list and its last move left a list behind. */
    private void finishWhatWasBegun() throws IOException {
        try (Stream<Path> found = Files.list(root)) {
            for (Path list : found.filter(path -> path.toString().endsWith(TOGETHER)).toList()) {
                for (String name : Files.readAllLines(list, UTF_8)) {
                    Path file = root.resolve(name);
                    if (Files.exists(draftOf(file))) {
                        Files.move(draftOf(file), file, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
                Files.delete(list);
            }
        }
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

    private static Path draftOf(Path file) {
        return folderOf(file).resolve(file.getFileName() + ".draft");
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
