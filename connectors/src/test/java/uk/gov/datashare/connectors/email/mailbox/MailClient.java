package uk.gov.datashare.connectors.email.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import jakarta.mail.Address;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;

import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;

/** Somebody's mail program at the embedded server: hands mail in, and looks into mailboxes. */
record MailClient(EmbeddedMailServer server) {

    /** Hands bytes to the server as they are, through no library that would mend them. */
    void submit(String from, String to, String mail) throws MessagingException {
        Session session = Session.getInstance(new Properties());
        try (var transport = (SMTPTransport) session.getTransport("smtp")) {
            transport.connect("127.0.0.1", server.smtpPort(), null, null);
            var message = new SMTPMessage(session) {
                @Override
                public void writeTo(OutputStream out, String[] ignored) throws IOException {
                    out.write(mail.getBytes(ISO_8859_1));
                }
            };
            message.setEnvelopeFrom(from);
            message.setText("never written");
            transport.sendMessage(message, new Address[]{new InternetAddress(to)});
        }
    }

    List<Message> contents(String folder) throws MessagingException {
        return in(EmbeddedMailServer.HUB_MAILBOX, folder);
    }

    List<String> replyTos(String mailbox) throws MessagingException {
        List<String> addresses = new ArrayList<>();
        for (Message mail : in(mailbox, "INBOX")) {
            addresses.add(mail.getHeader("Reply-To")[0]);
        }
        return addresses;
    }

    List<Message> in(String mailbox, String name) throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", server.imapPort(), mailbox, mailbox);
        Folder opened = store.getFolder(name);
        if (!opened.exists()) {
            return List.of();
        }
        opened.open(Folder.READ_ONLY);
        return List.of(opened.getMessages());
    }
}
