package uk.gov.datashare.connectors.email;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.mail.MessagingException;

import uk.gov.datashare.contracts.Letter;

/**
 * Hands letters to the mail server, over connections that it keeps and reuses, with a copy for the archive in the same
 * transaction. Sending the same letter twice sends the same Message-ID twice. Any number of threads may send at once;
 * close it when done.
 */
public final class LetterSender implements LetterChannel, AutoCloseable {

    private final LetterComposer composer;
    private final Archive archive;
    private final SmtpConnections connections;

    /** A sender through this server, which keeps no copies. */
    public LetterSender(SmtpSettings settings, LetterComposer composer, InstantSource clock) {
        this(settings, composer, Archive.NONE, clock);
    }

    /** A sender through this server, with copies for this archive. */
    public LetterSender(SmtpSettings settings, LetterComposer composer, Archive archive, InstantSource clock) {
        this.composer = requireNonNull(composer);
        this.archive = requireNonNull(archive);
        this.connections = new SmtpConnections(settings, archive.address(), clock);
    }

    @Override
    public Sending send(Letter letter, String address, Lease lease) {
        HubMessage mail;
        try {
            mail = composer.mail(letter, address);
        } catch (IllegalArgumentException unwritable) {
            return new Sending.Refused(String.valueOf(unwritable.getMessage()));
        }
        mail.under(lease);
        return send(mail, composer.messageId(letter));
    }

    private Sending send(HubMessage mail, String messageId) {
        try {
            connections.send(mail);
            return new Sending.Accepted(messageId);
        } catch (MessagingException failure) {
            SmtpReply reply = SmtpReply.in(failure, archive.address());
            return reply.code() <= 0 && mail.isWritten() ? new Sending.InDoubt(reply.words()) : reply.answer();
        }
    }

    @Override
    public Taken hasTaken(Letter letter, Instant lastTry) {
        return archive.holds(composer.messageId(letter), lastTry);
    }

    /** Closes the connections that are kept. */
    @Override
    public void close() {
        connections.close();
    }
}
