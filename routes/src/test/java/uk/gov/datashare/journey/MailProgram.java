package uk.gov.datashare.journey;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;

import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;

/** The mail program of everybody who gets letters: reads over IMAP, and replies over SMTP, by hand. */
record MailProgram(EmbeddedMailServer server, InstantSource clock) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The letter in somebody's mailbox that is like this, as soon as there is one. */
    Letter await(String reader, Predicate<Letter> wanted) {
        Predicate<Letter> it = letter -> letter.reader().equals(reader) && wanted.test(letter);
        return Awaitility.await(reader).atMost(PATIENCE)
                .until(() -> letters().stream().filter(it).toList(), found -> !found.isEmpty()).getLast();
    }

    /** Everybody's letters, in the order in which they came. */
    List<Letter> letters() throws MessagingException, IOException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(EmbeddedMailServer.LOOPBACK, server.imapPort(), EmbeddedMailServer.EVERYBODY,
                    EmbeddedMailServer.EVERYBODY);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                List<Letter> letters = new ArrayList<>();
                for (Message mail : inbox.getMessages()) {
                    letters.add(Letter.of((MimeMessage) mail));
                }
                return letters;
            }
        }
    }

    /** Presses "Reply", types this, and sends it. */
    void reply(Letter letter, String typed) throws MessagingException {
        var mail = new Reply(session(letter.reader()), letter.messageId().replaceFirst("@.*",
                letter.reader().replaceFirst(".*@", "@") + ">"));
        mail.setFrom(new InternetAddress(letter.reader()));
        mail.setRecipients(Message.RecipientType.TO, letter.replyTo().orElseThrow());
        mail.setSubject("Re: " + letter.subject(), "UTF-8");
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("In-Reply-To", letter.messageId());
        mail.setHeader("References", letter.messageId());
        mail.setText((typed + "\n\n" + quoted(letter)).replace("\n", "\r\n"), "UTF-8");
        Transport.send(mail);
    }

    /** A mail whose Message-ID is the same at every run. */
    private static final class Reply extends MimeMessage {

        private final String messageId;

        Reply(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }

    private Session session(String sender) {
        var properties = new Properties();
        properties.put("mail.smtp.host", EmbeddedMailServer.LOOPBACK);
        properties.put("mail.smtp.port", String.valueOf(server.smtpPort()));
        properties.put("mail.smtp.from", sender);
        return Session.getInstance(properties);
    }

    private static String quoted(Letter letter) {
        return "-----Original Message-----\n" + letter.head() + "\n\n" + letter.text().replaceAll("(?m)^", "> ");
    }
}
