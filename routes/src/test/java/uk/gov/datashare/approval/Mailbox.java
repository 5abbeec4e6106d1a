package uk.gov.datashare.approval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;

import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.connectors.email.embedded.MailServers;

/** Everybody's mail on the embedded server, as their mail programs would read and answer it. */
final class Mailbox implements AutoCloseable {

    /** A mail that came, as far as tests look at it. */
    record Mail(String subject, String messageId, String replyTo, String text) {}

    private final Session session;
    private final Store store;

    Mailbox(MailServers servers) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", servers.smtp().host());
        properties.put("mail.smtp.port", Integer.toString(servers.smtp().port()));
        session = Session.getInstance(properties);
        store = session.getStore("imap");
        store.connect(servers.imap().host(), servers.imap().port(), EmbeddedMailServer.EVERYBODY, "any");
    }

    /** Waits for a mail to this address whose subject has these words. */
    Mail await(String address, String words) {
        return Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> find(address, words), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Mail> find(String address, String words) throws MessagingException, IOException {
        Folder folder = store.getFolder("INBOX");
        folder.open(Folder.READ_ONLY);
        try {
            for (Message mail : folder.getMessages()) {
                if (String.join(",", mail.getHeader("Delivered-To")).contains(address)
                        && mail.getSubject().contains(words)) {
                    return Optional.of(new Mail(mail.getSubject(), mail.getHeader("Message-ID")[0],
                            mail.getReplyTo()[0].toString(), text(mail)));
                }
            }
            return Optional.empty();
        } finally {
            folder.close();
        }
    }

    private static String text(Message mail) throws MessagingException, IOException {
        BodyPart plain = ((Multipart) mail.getContent()).getBodyPart(0);
        return (String) plain.getContent();
    }

    /** Answers a mail from this address with the mail quoted below, and with Auto-Submitted where that is not blank. */
    void reply(Mail mail, String from, String words, String autoSubmitted) {
        try {
            var reply = new MimeMessage(session);
            reply.setFrom(new InternetAddress(from));
            reply.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.replyTo()));
            reply.setSubject("Re: " + mail.subject());
            reply.setHeader("In-Reply-To", mail.messageId());
            if (!autoSubmitted.isBlank()) {
                reply.setHeader("Auto-Submitted", autoSubmitted);
            }
            reply.setText(words + "\n\nOn Tue, 24 Nov 2026 at 10:12, Data-share hub <" + mail.replyTo() + "> wrote:\n"
                    + Arrays.stream(mail.text().split("\n", -1)).map(line -> "> " + line)
                            .collect(Collectors.joining("\n")),
                    "UTF-8");
            Transport.send(reply);
        } catch (MessagingException broken) {
            throw new UncheckedIOException(new IOException(broken));
        }
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
