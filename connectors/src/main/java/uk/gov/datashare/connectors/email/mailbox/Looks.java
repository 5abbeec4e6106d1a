package uk.gov.datashare.connectors.email.mailbox;

import java.util.Optional;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.PasswordAuthentication;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailAuthenticator;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.backbone.Leadership;
import uk.gov.datashare.connectors.email.tokens.OAuthTokens;

/**
 * What Camel asks and tells around each look into a mailbox: whether it may look, how to log in, and what went wrong. A look
 * that had to log in proves nothing by itself: Camel passes over a folder that does not open, and logs in again next time.
 */
final class Looks extends MailAuthenticator implements PollingConsumerPollStrategy, ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

    private final ImapSettings mailbox;
    private final Silence silence;
    private final Optional<Leadership> lead;
    private volatile boolean looking;
    private volatile boolean failed;
    private volatile boolean loggedIn;
    private volatile String lastTrouble = "";

    Looks(ImapSettings mailbox, Silence silence, Optional<Leadership> lead) {
        this.mailbox = mailbox;
        this.silence = silence;
        this.lead = lead;
    }

    Silence silence() {
        return silence;
    }

    /** Whether this hub may read the mailbox at this moment. */
    boolean mayRead() {
        return lead.map(Leadership::isHeld).orElse(true);
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        looking = true;
        failed = false;
        loggedIn = false;
        return mayRead();
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int mails) {
        if (!failed && !loggedIn) {
            lastTrouble = "";
            silence.isBroken();
        }
    }

    /** The next look comes when it is due. */
    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int tries, Exception cause) {
        trouble(cause);
        return false;
    }

    /**
     * The login stands in no URI, and so in no log. Camel asks for one already when the route is made, and then needs none that
     * works: a token endpoint that is away must not keep the hub from starting.
     */
    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        loggedIn = true;
        return new PasswordAuthentication(mailbox.user(), looking ? proof() : "");
    }

    private String proof() {
        try {
            return mailbox.proof();
        } catch (AuthenticationFailedException reason) {
            throw new IllegalStateException(reason.getMessage(), reason);
        }
    }

    @Override
    public void handleException(Throwable exception) {
        trouble(exception);
    }

    @Override
    public void handleException(@Nullable String message, Throwable exception) {
        trouble(exception);
    }

    @Override
    public void handleException(@Nullable String message, @Nullable Exchange exchange, Throwable exception) {
        trouble(exception);
    }

    /** The same trouble at every look is said once, until a look succeeds. */
    private void trouble(Throwable cause) {
        failed = true;
        if (cause instanceof AuthenticationFailedException) {
            mailbox.tokens().ifPresent(OAuthTokens::forget);
        }
        String words = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        if (!words.equals(lastTrouble)) {
            lastTrouble = words;
            LOG.warn("Mailbox {} cannot be read now, and is tried again: {}", mailbox, words);
        }
    }
}
