package uk.gov.datashare.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import uk.gov.datashare.mailserver.Maildir;
import uk.gov.datashare.mailserver.RealMailServer;

/** The mail that people have received, as it lies in the folder of the hub's mail server, one file for each. */
final class Post {

    /**
     * A letter in somebody's mailbox.
     *
     * @param to        whose mailbox
     * @param from      the address that it says it is from
     * @param messageId its Message-ID
     * @param subject   its subject
     * @param replyTo   where a reply goes; empty where none is asked for
     */
    record Letter(String to, String from, String messageId, String subject, Optional<String> replyTo) {

        /** Whether it is about this case. */
        boolean isAbout(String requestId) {
            return subject.contains(requestId);
        }

        /** The hub's own name for it, which stands in its Message-ID: {@code dsr-7k3m-9qpx-2abc.t1.v1.task.3}. */
        String letterId() {
            return messageId.replaceFirst("^<", "").replaceFirst("@.*", "").replace("=002e", ".");
        }
    }

    private Post() {}

    /** Every letter that anybody but the hub has received. */
    static List<Letter> received(Place place) {
        Path everybody = place.folder().resolve("mail").resolve("everybody");
        return mails(everybody).map(Post::letter).toList();
    }

    /** Every letter that anybody but the hub has received at this server. */
    static List<Letter> received(RealMailServer server) {
        return server.people().stream().flatMap(person -> Maildir.of(server, person).mails().stream()
                .map(mail -> parsed(mail.raw())).map(Post::letter)).toList();
    }

    private static MimeMessage parsed(byte[] raw) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** How many mails lie in this folder of the hub's own mailbox. */
    static long shelved(Place place, String folder) {
        return mails(place.folder().resolve("mail").resolve("approvals").resolve(folder)).count();
    }

    /** The plain text of a letter that somebody has received. */
    static String text(Place place, Letter letter) {
        MimeMessage mail = mails(place.folder().resolve("mail").resolve("everybody"))
                .filter(one -> letter(one).equals(letter)).findFirst().orElseThrow();
        try {
            return ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
        } catch (IOException | MessagingException unreadable) {
            throw new AssertionError(letter.toString(), unreadable);
        }
    }

    private static Stream<MimeMessage> mails(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList().stream()
                    .flatMap(file -> parsed(file).stream());
        } catch (IOException | UncheckedIOException moved) {
            throw new AssertionError(moved);
        }
    }

    /** Empty when the mail was moved to another folder meanwhile. */
    private static Optional<MimeMessage> parsed(Path file) {
        try (InputStream raw = Files.newInputStream(file)) {
            return Optional.of(new MimeMessage(Session.getInstance(new Properties()), raw));
        } catch (NoSuchFileException moved) {
            return Optional.empty();
        } catch (IOException | MessagingException unreadable) {
            throw new AssertionError(file.toString(), unreadable);
        }
    }

    private static Letter letter(MimeMessage mail) {
        try {
            return new Letter(header(mail, "Delivered-To").orElse("").replaceAll("[<>]", ""),
                    ((InternetAddress) mail.getFrom()[0]).getAddress(), header(mail, "Message-ID").orElse(""),
                    Optional.ofNullable(mail.getSubject()).orElse(""), header(mail, "Reply-To"));
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Optional<String> header(MimeMessage mail, String name) throws MessagingException {
        return Optional.ofNullable(mail.getHeader(name)).map(values -> values[0]);
    }
}
