package uk.gov.datashare.connectors.email;

import java.io.IOException;
import java.io.OutputStream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPMessage;

import uk.gov.datashare.connectors.email.LetterChannel.Lease;

/** A mail whose Message-ID and envelope sender are the hub's choice and not the library's. */
final class HubMessage extends SMTPMessage {

    private final String messageId;
    private Lease lease = () -> true;
    private boolean written;

    HubMessage(Session session, String messageId, String envelopeSender) {
        super(session);
        this.messageId = messageId;
        setEnvelopeFrom(envelopeSender);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    void under(Lease granted) {
        lease = granted;
    }

    boolean mayLeave() {
        return lease.stands();
    }

    /** Whether everything but the final dot has been written, so that the server may have taken it. */
    boolean isWritten() {
        return written;
    }

    /**
     * The final dot, which makes the server take a mail, comes right after this. An exception here drops the connection, and
     * a server takes nothing that was cut off (RFC 5321 section 4.1.1.4).
     */
    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        if (!mayLeave()) {
            throw new IOException("the hub was stopped for too long in the middle of this letter");
        }
        written = true;
    }
}
