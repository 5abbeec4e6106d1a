package uk.gov.datashare.connectors.email.mailbox;

import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.AppendUID;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a mail between folders, and marks it as deleted in its old one only once it is known to be in its new one: by the place
 * there that the server names (COPYUID, RFC 4315), or else by finding it there.
 */
final class Shelving {

    private static final Logger LOG = LoggerFactory.getLogger(Shelving.class);
    /** Of a folder's mails so many, from its end, are looked through for one that was copied a moment ago. */
    private static final int NEWEST = 50;

    private Shelving() {}

    /**
     * Moves it; the server drops what is marked as deleted when the folder is closed.
     *
     * @throws MessagingException when the mail may not be in its new folder; it is still in its old one, as it was
     */
    static void move(Message mail, String key, Shelf shelf) throws MessagingException {
        try {
            if (!(mail.getFolder() instanceof IMAPFolder from)) {
                throw new MessagingException("Not a mail of an IMAP server: " + key);
            }
            copy(mail, from, from.getStore().getFolder(shelf.folder()));
            mail.setFlag(Flag.DELETED, true);
        } catch (MessageRemovedException _) {
            LOG.info("Mail {} was taken out of the mailbox by somebody else; the backbone has it", key);
        }
    }

    /** Whether the folder is there is asked only when the server misses it: each question is a way there and back. */
    private static void copy(Message mail, IMAPFolder from, Folder to) throws MessagingException {
        try {
            copyNow(mail, from, to);
        } catch (FolderNotFoundException missing) {
            if (!to.create(Folder.HOLDS_MESSAGES) && !to.exists()) {
                throw missing;
            }
            copyNow(mail, from, to);
        }
    }

    private static void copyNow(Message mail, IMAPFolder from, Folder to) throws MessagingException {
        AppendUID[] places = from.copyUIDMessages(new Message[]{mail}, to);
        boolean named = places != null && places.length == 1 && places[0] != null && places[0].uid > 0;
        if (!named && !isAmongTheNewest(mail.getSize(), to)) {
            throw new MessagingException("The server says that it has copied a mail to " + to.getFullName()
                    + ", and it is not there");
        }
    }

    private static boolean isAmongTheNewest(int size, Folder folder) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        try {
            int last = folder.getMessageCount();
            for (Message there : folder.getMessages(Math.max(1, last - NEWEST + 1), last)) {
                if (there.getSize() == size) {
                    return true;
                }
            }
            return false;
        } finally {
            folder.close(false);
        }
    }
}
