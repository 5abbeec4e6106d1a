package uk.gov.datashare.connectors.email.embedded;

import java.lang.reflect.Field;
import java.util.List;

import com.icegreen.greenmail.imap.ImapSessionFolder;
import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.internet.MimeMessage;

/**
 * Puts a mail into a folder and lets the sessions that have it open forget at once that they heard of it. GreenMail drops the
 * connection of a session that hears of a new mail between two of its own steps (ImapSessionFolder.getExpunged); readers here
 * open a folder anew at each look, and need not be told.
 */
final class QuietDelivery {

    private static final String LISTENERS = "_mailboxListeners";

    private QuietDelivery() {}

    /** Stores the mail. */
    static void into(MailFolder folder, MimeMessage mail) throws Exception {
        folder.store(mail);
        for (FolderListener listener : listeners(folder)) {
            if (listener instanceof ImapSessionFolder session) {
                session.setSizeChanged(false);
            }
        }
    }

    /** A copy, taken under the list's own lock alone: a session that expunges holds the messages' lock and waits for this one. */
    private static List<FolderListener> listeners(MailFolder folder) {
        try {
            Field field = folder.getClass().getDeclaredField(LISTENERS);
            field.setAccessible(true);
            List<?> listeners = (List<?>) field.get(folder);
            synchronized (listeners) {
                return listeners.stream().map(FolderListener.class::cast).toList();
            }
        } catch (ReflectiveOperationException elsewhere) {
            throw new IllegalStateException("This GreenMail keeps its listeners elsewhere", elsewhere);
        }
    }
}
