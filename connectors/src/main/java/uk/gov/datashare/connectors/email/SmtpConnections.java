package uk.gov.datashare.connectors.email;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;

/**
 * Connections to one SMTP server, each used for up to {@value #MAILS_EACH} mails: connecting costs more than sending. There
 * are as many as threads that send at once.
 */
final class SmtpConnections implements AutoCloseable {

    static final int MAILS_EACH = 100;
    private static final Duration TRUSTED_IDLE = Duration.ofSeconds(5);
    private static final String TIMEOUT_MILLIS = "30000";

    private record Connection(Transport transport, int mails, Instant lastUsed) {}

    private final SmtpSettings settings;
    private final InstantSource clock;
    private final Session session;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    SmtpConnections(SmtpSettings settings, InstantSource clock) {
        this.settings = requireNonNull(settings);
        this.clock = requireNonNull(clock);
        this.session = Session.getInstance(properties(settings));
    }

    /** A connection on which anything went wrong is not used again: nobody knows what the server thinks was said on it. */
    void send(MimeMessage mail) throws MessagingException {
        Connection connection = borrow();
        try {
            connection.transport().sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException | RuntimeException failure) {
            close(connection);
            throw failure;
        }
        giveBack(connection);
    }

    private Connection borrow() throws MessagingException {
        for (Connection kept = idle.pollLast(); kept != null; kept = idle.pollLast()) {
            if (isAlive(kept)) {
                return kept;
            }
            close(kept);
        }
        return open();
    }

    /** A mail that dies with its connection may have arrived all the same, so a doubtful connection is asked first (NOOP). */
    private boolean isAlive(Connection kept) {
        return kept.lastUsed().plus(TRUSTED_IDLE).isAfter(clock.instant()) || kept.transport().isConnected();
    }

    private Connection open() throws MessagingException {
        Transport transport = session.getTransport("smtp");
        transport.connect(settings.host(), settings.port(), settings.user().orElse(null),
                settings.password().orElse(null));
        return new Connection(transport, 0, clock.instant());
    }

    private void giveBack(Connection used) {
        if (used.mails() + 1 < MAILS_EACH) {
            idle.addLast(new Connection(used.transport(), used.mails() + 1, clock.instant()));
        } else {
            close(used);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.transport().close();
        } catch (MessagingException _) {
            // It is being given up; that it is already gone is as good.
        }
    }

    private static Properties properties(SmtpSettings settings) {
        var properties = new Properties();
        properties.put("mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.starttls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.starttls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.sendpartial", "false");
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        return properties;
    }

    @Override
    public void close() {
        for (Connection kept = idle.pollLast(); kept != null; kept = idle.pollLast()) {
            close(kept);
        }
    }
}
