package uk.gov.datashare.connectors.email.archive;

import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;

import uk.gov.datashare.connectors.email.mailbox.ImapSettings;
import uk.gov.datashare.connectors.email.tokens.OAuthTokens;
import uk.gov.datashare.connectors.email.tokens.XOAuth2;

/** Connections to the archive's server, each used again and again, as many as threads that ask at once. */
final class ArchiveConnections implements AutoCloseable {

    private static final String TIMEOUT_MILLIS = "30000";

    /** What is asked of the opened folder. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Folder folder) throws MessagingException;
    }

    private final ImapSettings settings;
    private final ConcurrentLinkedDeque<Store> idle = new ConcurrentLinkedDeque<>();

    ArchiveConnections(ImapSettings settings) {
        this.settings = settings;
    }

    /** Opens the folder anew, so that it shows all that has arrived. A connection that was kept and died is replaced once. */
    <T> T ask(int mode, Question<T> question) throws MessagingException {
        Optional<Store> kept = Optional.ofNullable(idle.pollLast());
        if (kept.isPresent()) {
            try {
                return ask(kept.get(), mode, question);
            } catch (MessagingException | IllegalStateException died) {
                close();
            }
        }
        return ask(open(), mode, question);
    }

    private <T> T ask(Store store, int mode, Question<T> question) throws MessagingException {
        T answer;
        try {
            Folder folder = store.getFolder(settings.folder());
            folder.open(mode);
            answer = question.ask(folder);
            folder.close(mode == Folder.READ_WRITE);
        } catch (MessagingException | RuntimeException failure) {
            close(store);
            throw failure;
        }
        idle.addLast(store);
        return answer;
    }

    private Store open() throws MessagingException {
        String protocol = settings.tls() ? "imaps" : "imap";
        Store store = Session.getInstance(properties(protocol)).getStore(protocol);
        try {
            store.connect(settings.host(), settings.port(), settings.user(), settings.proof());
            return store;
        } catch (AuthenticationFailedException refused) {
            settings.tokens().ifPresent(OAuthTokens::forget);
            throw refused;
        }
    }

    private Properties properties(String protocol) {
        var properties = new Properties();
        if (settings.tokens().isPresent()) {
            properties.putAll(XOAuth2.properties("mail." + protocol + "."));
        }
        for (String timeout : new String[]{"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail." + protocol + "." + timeout, TIMEOUT_MILLIS);
        }
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        return properties;
    }

    private static void close(Store store) {
        try {
            store.close();
        } catch (MessagingException _) {
            // It is being given up; that it is already gone is as good.
        }
    }

    @Override
    public void close() {
        for (Store kept = idle.pollLast(); kept != null; kept = idle.pollLast()) {
            close(kept);
        }
    }
}
