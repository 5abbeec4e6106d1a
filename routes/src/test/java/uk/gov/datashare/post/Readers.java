package uk.gov.datashare.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;

import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;

/** What readers have in their mailboxes, letter by letter, as often as they have it. */
final class Readers {

    private final int imapPort;

    Readers(int imapPort) {
        this.imapPort = imapPort;
    }

    /** The ids of all letters that have come, in the order in which they came. */
    List<String> letters() {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, EmbeddedMailServer.EVERYBODY, "any");
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            Message[] mails = folder.getMessages();
            var profile = new FetchProfile();
            profile.add("Message-ID");
            folder.fetch(mails, profile);
            List<String> letters = new ArrayList<>();
            for (Message mail : mails) {
                letters.add(mail.getHeader("Message-ID")[0].replaceFirst("^<", "").replaceFirst("@.*", ""));
            }
            return letters;
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
