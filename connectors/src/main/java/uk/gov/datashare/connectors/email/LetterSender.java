package uk.gov.datashare.connectors.email;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

import uk.gov.datashare.contracts.Letter;

/**
 * Hands letters to the mail server, over connections that it keeps and reuses. Sending the same letter twice sends the same
 * Message-ID twice. Any number of threads may send at once; close it when done.
 */
public final class LetterSender implements LetterChannel, AutoCloseable {

    /** Replies about the login, which say nothing against the letter (RFC 4954). */
    private static final Set<Integer> ABOUT_THE_LOGIN = Set.of(530, 534, 535, 538);

    /** Replies that put off one mailbox or one mail, and say nothing against the next (RFC 5321 section 4.2.3). */
    private static final Set<Integer> ABOUT_THIS_LETTER = Set.of(450, 451, 452, 455);

    private final LetterComposer composer;
    private final SmtpConnections connections;

    /** A sender through this server. */
    public LetterSender(SmtpSettings settings, LetterComposer composer, InstantSource clock) {
        this.composer = requireNonNull(composer);
        this.connections = new SmtpConnections(settings, clock);
    }

    @Override
    public Sending send(Letter letter, String address) {
        MimeMessage mail;
        try {
            mail = composer.compose(letter, address);
        } catch (IllegalArgumentException unwritable) {
            return new Sending.Refused(String.valueOf(unwritable.getMessage()));
        }
        return send(mail);
    }

    @Override
    public Taken hasTaken(Letter letter, Instant lastTry) {
        return Taken.CANNOT_TELL;
    }

    private Sending send(MimeMessage mail) {
        try {
            connections.send(mail);
            return new Sending.Accepted(mail.getMessageID());
        } catch (MessagingException failure) {
            return answer(failure);
        }
    }

    private static Sending answer(MessagingException failure) {
        MessagingException said = saidByServer(failure);
        int code = code(said);
        String because = String.valueOf(said.getMessage()).strip();
        if (code >= 500 && !ABOUT_THE_LOGIN.contains(code)) {
            return new Sending.Refused(because);
        }
        return ABOUT_THIS_LETTER.contains(code) ? new Sending.PutOff(because) : new Sending.TryLater(because);
    }

    /** The link of a chain of exceptions that holds the server's own words about this letter; its first where none does. */
    private static MessagingException saidByServer(MessagingException failure) {
        return Stream.iterate(failure, Objects::nonNull, LetterSender::next)
                .filter(link -> link instanceof SMTPAddressFailedException || link instanceof SMTPSenderFailedException)
                .findFirst().orElse(failure);
    }

    private static @Nullable MessagingException next(MessagingException link) {
        return link.getNextException() instanceof MessagingException next ? next : null;
    }

    private static int code(MessagingException said) {
        return switch (said) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException sending -> sending.getReturnCode();
            case MessagingException _ -> 0;
        };
    }

    /** Closes the connections that are kept. */
    @Override
    public void close() {
        connections.close();
    }
}
