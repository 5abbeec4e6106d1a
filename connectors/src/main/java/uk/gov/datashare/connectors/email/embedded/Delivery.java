package uk.gov.datashare.connectors.email.embedded;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;

/** One recipient of a mail, in the shape in which GreenMail hands a mail over: as a user that takes it. */
final class Delivery implements GreenMailUser {

    private final EmbeddedMailServer server;
    private final MailAddress recipient;

    Delivery(EmbeddedMailServer server, MailAddress recipient) {
        this.server = server;
        this.recipient = recipient;
    }

    @Override
    public void deliver(MovingMessage mail) {
        try {
            server.take(mail, recipient.getEmail());
        } catch (Exception failed) {
            throw new IllegalStateException("A mail could not be taken", failed);
        }
    }

    @Override
    public void deliver(MimeMessage mail) {
        throw new UnsupportedOperationException("Mail comes with its envelope");
    }

    @Override
    public String getEmail() {
        return recipient.getEmail();
    }

    @Override
    public String getLogin() {
        return recipient.getEmail();
    }

    @Override
    public void create() {}

    @Override
    public void delete() {}

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        throw new UnsupportedOperationException("Nobody logs in as a delivery");
    }

    @Override
    public void authenticate(String password) {}

    @Override
    public String getQualifiedMailboxName() {
        return recipient.getEmail();
    }
}
