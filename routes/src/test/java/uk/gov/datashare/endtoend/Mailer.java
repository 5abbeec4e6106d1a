package uk.gov.datashare.endtoend;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** Somebody's mail program, which hands in mail at the mail server of the hub under test. */
record Mailer(int smtpPort) {

    /**
     * A mail to be sent.
     *
     * @param from    who says to have written it
     * @param to      where it goes
     * @param subject its subject
     * @param text    its text
     * @param headers what else it bears
     */
    record Mail(String from, String to, String subject, String text, Map<String, String> headers) {
        Mail {
            requireNonNull(from);
            requireNonNull(to);
            headers = Map.copyOf(headers);
        }

        /** A reply to a letter. */
        static Mail reply(Post.Letter letter, String from, String text) {
            return new Mail(from, letter.replyTo().orElse(letter.from()), "Re: " + letter.subject(), text,
                    Map.of("In-Reply-To", letter.messageId(), "References", letter.messageId()));
        }

        /** What a mail server answers by itself while somebody is away (RFC 3834). */
        static Mail automatic(Post.Letter letter) {
            return new Mail(letter.to(), letter.replyTo().orElse(letter.from()), "Automatic reply: " + letter.subject(),
                    "I approve of holidays, and am on one. I am out of the office until further notice.",
                    Map.of("In-Reply-To", letter.messageId(), "Auto-Submitted", "auto-replied"));
        }
    }

    void send(Mail mail) {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(smtpPort));
        properties.put("mail.smtp.from", mail.from());
        try {
            var message = new MimeMessage(Session.getInstance(properties));
            message.setFrom(new InternetAddress(mail.from()));
            message.setRecipients(Message.RecipientType.TO, mail.to());
            message.setSubject(mail.subject(), "UTF-8");
            message.setText(mail.text() + "\r\n", "UTF-8");
            for (Map.Entry<String, String> header : mail.headers().entrySet()) {
                message.setHeader(header.getKey(), header.getValue());
            }
            Transport.send(message);
        } catch (MessagingException refused) {
            throw new AssertionError(refused);
        }
    }
}
