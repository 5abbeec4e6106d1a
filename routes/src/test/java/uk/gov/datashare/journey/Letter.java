package uk.gov.datashare.journey;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

/**
 * A letter as it lies in its reader's mailbox.
 *
 * @param reader    whose mailbox
 * @param subject   its subject
 * @param messageId its Message-ID
 * @param replyTo   where a reply goes; empty where none is asked for
 * @param head      the headers that say something to a person
 * @param text      its text part
 */
record Letter(String reader, String subject, String messageId, Optional<String> replyTo, String head, String text) {

    private static final List<String> SHOWN = List.of("From", "To", "Reply-To", "Subject", "Date", "Message-ID",
            "Auto-Submitted");

    static Letter of(MimeMessage mail) throws MessagingException, IOException {
        String head = SHOWN.stream().flatMap(name -> header(mail, name).map(value -> name + ": " + value).stream())
                .collect(Collectors.joining("\n"));
        String text = ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
        return new Letter(header(mail, "Delivered-To").orElse(""), mail.getSubject(), mail.getMessageID(),
                header(mail, "Reply-To"), head, text.replace("\r\n", "\n").strip());
    }

    private static Optional<String> header(MimeMessage mail, String name) {
        try {
            return Optional.ofNullable(mail.getHeader(name)).flatMap(values -> Arrays.stream(values).findFirst())
                    .map(value -> value.replaceAll("\\s*\\R\\s+", " "));
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
