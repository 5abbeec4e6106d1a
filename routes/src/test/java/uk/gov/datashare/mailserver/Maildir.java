package uk.gov.datashare.mailserver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** Somebody's mail, as it lies on the disk of their server. */
public record Maildir(Path folder) {

    /** A mail in it. */
    public static final class Mail {

        private final byte[] raw;

        private Mail(byte[] raw) {
            this.raw = raw;
        }

        /** It, byte for byte. */
        public byte[] raw() {
            return raw.clone();
        }

        /** The values of a header, topmost first, each on one line. */
        public List<String> headers(String name) {
            try {
                var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
                return Optional.ofNullable(mail.getHeader(name)).map(List::of).orElse(List.of()).stream()
                        .map(value -> value.replaceAll("\\s+", " ").strip()).toList();
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }

        /** The first value of a header; blank where there is none. */
        public String header(String name) {
            return headers(name).stream().findFirst().orElse("");
        }

        /** All of it, a character for each byte. */
        public String text() {
            return new String(raw, ISO_8859_1);
        }
    }

    public Maildir {
        requireNonNull(folder);
    }

    /** Somebody's inbox. */
    public static Maildir of(RealMailServer server, String address) {
        return new Maildir(server.mailbox(address));
    }

    /** A folder beside the inbox, such as {@code Quarantine}. */
    public Maildir folder(String name) {
        return new Maildir(folder.resolve("." + name));
    }

    /** What lies in it now, oldest first. */
    public List<Mail> mails() {
        return Stream.of("new", "cur").map(folder::resolve).filter(Files::isDirectory).flatMap(Maildir::files)
                .sorted().flatMap(file -> read(file).stream()).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Empty when a reader has moved it meanwhile. */
    private static Optional<Mail> read(Path file) {
        try {
            return Optional.of(new Mail(Files.readAllBytes(file)));
        } catch (NoSuchFileException moved) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
