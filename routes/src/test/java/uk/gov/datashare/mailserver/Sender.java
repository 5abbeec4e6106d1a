package uk.gov.datashare.mailserver;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/**
 * Somebody who hands in mail at a {@link RealMailServer}.
 *
 * @param port    the door
 * @param login   whom they log in as; empty for nobody
 * @param address the address of this machine that they call from
 */
public record Sender(int port, Optional<String> login, String address) {

    public Sender {
        requireNonNull(login);
        requireNonNull(address);
    }

    /** Somebody with a mailbox, at their own organisation's server, which signs what they send. */
    public static Sender at(RealMailServer server, String person) {
        return new Sender(server.doors().submission(), Optional.of(person), "127.0.0.1");
    }

    /** Somebody of whom nothing is known, somewhere else. */
    public static Sender outside(RealMailServer server) {
        return new Sender(server.doors().inbound(), Optional.empty(), RealMailServer.OUTSIDER);
    }

    /**
     * Hands in a mail as it is.
     *
     * @param raw      all of it, header and body
     * @param envelope the return path
     * @param to       where it goes
     * @throws MessagingException when the server does not take it
     */
    public void send(byte[] raw, String envelope, String to) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.from", envelope);
        properties.put("mail.smtp.localaddress", address);
        properties.put("mail.smtp.localhost", "client.example.invalid");
        properties.put("mail.smtp.auth", Boolean.toString(login.isPresent()));
        properties.put("mail.smtp.timeout", "30000");
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, login.orElse(null),
                    login.isPresent() ? RealMailServer.PASSWORD : null);
            transport.sendMessage(new MimeMessage(session, new ByteArrayInputStream(raw)),
                    InternetAddress.parse(to));
        }
    }
}
