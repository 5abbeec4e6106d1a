package uk.gov.datashare.connectors.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail whose Message-ID and envelope sender are the hub's choice and not the library's. */
final class HubMessage extends SMTPMessage {

    private final String messageId;

    HubMessage(Session session, String messageId, String envelopeSender) {
        super(session);
        this.messageId = messageId;
        setEnvelopeFrom(envelopeSender);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
