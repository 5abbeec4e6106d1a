package uk.gov.datashare.connectors.email;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import uk.gov.datashare.connectors.email.tokens.OAuthTokens;
import uk.gov.datashare.connectors.email.tokens.XOAuth2;

/**
 * Connections to one SMTP server, each used for up to {@value #MAILS_EACH} mails: connecting costs more than sending. There
 * are as many as threads that send at once.
 */
final class SmtpConnections implements AutoCloseable {

    static final int MAILS_EACH = 100;
    private static final Duration TRUSTED_IDLE = Duration.ofSeconds(5);
    private static final String TIMEOUT_MILLIS = "30000";

    /** Replies by which a server takes its leave (RFC 5321 section 3.8), and the silence of one that left without a word. */
    private static final Set<Integer> GONE = Set.of(421, 0, -1);

    private record Connection(Transport transport, int mails, Instant lastUsed) {}

    private final SmtpSettings settings;
    private final Optional<String> archive;
    private final InstantSource clock;
    private final Session session;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    SmtpConnections(SmtpSettings settings, Optional<String> archive, InstantSource clock) {
        this.settings = requireNonNull(settings);
        this.archive = requireNonNull(archive);
        this.clock = requireNonNull(clock);
        this.session = Session.getInstance(properties(settings));
    }

    /**
     * Sends a mail to its reader and to the archive, to both or to neither. A server may have closed a connection that was
     * kept, which says nothing about its taking letters: then a new one is opened, unless the mail may have got through.
     */
    void send(HubMessage mail) throws MessagingException {
        Address[] envelope = envelope(mail);
        for (Optional<Connection> kept = borrow(); kept.isPresent(); kept = borrow()) {
            try {
                send(mail, envelope, kept.get());
                return;
            } catch (MessagingException failure) {
                if (mail.isWritten() || !mail.mayLeave() || !GONE.contains(SmtpReply.in(failure, archive).code())) {
                    throw failure;
                }
            }
        }
        send(mail, envelope, open());
    }

    /** A connection on which anything went wrong is not used again: nobody knows what the server thinks was said on it. */
    private void send(HubMessage mail, Address[] envelope, Connection connection) throws MessagingException {
        try {
            connection.transport().sendMessage(mail, envelope);
        } catch (MessagingException | RuntimeException failure) {
            close(connection);
            throw failure;
        }
        giveBack(connection);
    }

    private Address[] envelope(HubMessage mail) throws MessagingException {
        Stream<Address> archived = archive.stream().map(SmtpConnections::address);
        return Stream.concat(Arrays.stream(mail.getAllRecipients()), archived).toArray(Address[]::new);
    }

    private static Address address(String text) {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException wrong) {
            throw new IllegalArgumentException("The archive has no mail address: " + text, wrong);
        }
    }

    private Optional<Connection> borrow() {
        for (Connection kept = idle.pollLast(); kept != null; kept = idle.pollLast()) {
            if (isAlive(kept)) {
                return Optional.of(kept);
            }
            close(kept);
        }
        return Optional.empty();
    }

    /** A mail that dies with its connection may have arrived all the same, so a doubtful connection is asked first (NOOP). */
    private boolean isAlive(Connection kept) {
        return kept.lastUsed().plus(TRUSTED_IDLE).isAfter(clock.instant()) || kept.transport().isConnected();
    }

    private Connection open() throws MessagingException {
        Transport transport = session.getTransport("smtp");
        logIn(transport);
        return new Connection(transport, 0, clock.instant());
    }

    private void logIn(Transport transport) throws MessagingException {
        try {
            transport.connect(settings.host(), settings.port(), settings.user().orElse(null),
                    settings.proof().orElse(null));
        } catch (AuthenticationFailedException refused) {
            settings.tokens().ifPresent(OAuthTokens::forget);
            throw refused;
        }
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
        if (settings.tokens().isPresent()) {
            properties.putAll(XOAuth2.properties("mail.smtp."));
        }
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.starttls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.starttls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.sendpartial", "false");
        properties.put("mail.smtp.quitwait", "false");
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
