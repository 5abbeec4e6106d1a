package uk.gov.datashare.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import jakarta.mail.Address;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.email.MessageIds;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.connectors.registry.Registry.Holder;
import uk.gov.datashare.sandbox.Approver.Mail;
import uk.gov.datashare.sandbox.Approver.Reply;

/**
 * All approvers at their desks: reads their letters over IMAP and sends their replies over SMTP. A letter stays in the inbox
 * until its reply is sent, so that one who is interrupted goes on where they stopped; then it lies in {@code Read}.
 */
final class Postbox {

    private static final Logger LOG = LoggerFactory.getLogger(Postbox.class);
    private static final String READ = "Read";

    private final int smtpPort;
    private final int imapPort;
    private final Registry registry;
    private final Approver approver;
    private final InstantSource clock;
    private final String hubDomain;

    Postbox(EmbeddedMailServer server, Registry registry, Approver approver, InstantSource clock, String hubDomain) {
        this.smtpPort = server.smtpPort();
        this.imapPort = server.imapPort();
        this.registry = registry;
        this.approver = approver;
        this.clock = clock;
        this.hubDomain = hubDomain;
    }

    /** Looks through the inbox once and sends the replies whose time has come; says whether letters were there. */
    boolean lookThrough() throws MessagingException {
        try (Store store = store(); Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_WRITE);
            Message[] letters = inbox.getMessages();
            inbox.fetch(letters, headers());
            List<Message> done = new ArrayList<>();
            for (Message letter : letters) {
                if (handledOrLeft((MimeMessage) letter)) {
                    done.add(letter);
                }
            }
            file(store, inbox, done);
            return letters.length > 0;
        }
    }

    /** A reply that cannot be sent keeps its letter in the inbox, and nobody else from theirs. */
    private boolean handledOrLeft(MimeMessage letter) throws MessagingException {
        try {
            return handled(letter);
        } catch (SendFailedException failed) {
            LOG.warn("A reply to {} could not be sent, and will be tried again: {}", letter.getSubject(),
                    failed.toString());
            return false;
        }
    }

    private boolean handled(MimeMessage letter) throws MessagingException {
        Optional<Holder> reader = registry.peopleAt(header(letter, "Delivered-To")).stream().findFirst();
        Optional<Reply> reply = reader.flatMap(person -> approver.reply(mail(letter), person));
        if (reply.isEmpty()) {
            return true;
        }
        if (reply.get().at().isAfter(clock.instant())) {
            return false;
        }
        send(letter, reply.get(), reader.orElseThrow());
        return true;
    }

    private Mail mail(MimeMessage letter) {
        try {
            Instant sentAt = letter.getSentDate() == null ? Instant.EPOCH : letter.getSentDate().toInstant();
            return new Mail(MessageIds.letterId(header(letter, "Message-ID"), hubDomain).orElse(""),
                    letter.getSubject(), letter.getHeader("Reply-To") != null,
                    sentAt);
        } catch (MessagingException e) {
            throw new IllegalStateException("A letter of the hub's own cannot be read", e);
        }
    }

    private void send(MimeMessage letter, Reply reply, Holder person) throws MessagingException {
        Address[] to = letter.getReplyTo();
        String address = person.person().email();
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(smtpPort));
        properties.put("mail.smtp.from", address);
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress(address));
        mail.setRecipients(Message.RecipientType.TO, to);
        mail.setSubject((reply.machine() ? "Automatic reply: " : "Re: ") + letter.getSubject(), "UTF-8");
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("In-Reply-To", header(letter, "Message-ID"));
        mail.setHeader("References", header(letter, "Message-ID"));
        if (reply.machine()) {
            mail.setHeader("Auto-Submitted", "auto-replied");
        }
        mail.setText(reply.text() + "\r\n\r\n-- \r\n" + person.person().name() + "\r\n" + person.person().position()
                + "\r\n", "UTF-8");
        Transport.send(mail);
    }

    private static void file(Store store, Folder inbox, List<Message> done) throws MessagingException {
        if (done.isEmpty()) {
            return;
        }
        Folder read = store.getFolder(READ);
        if (!read.exists()) {
            read.create(Folder.HOLDS_MESSAGES);
        }
        Message[] letters = done.toArray(Message[]::new);
        inbox.copyMessages(letters, read);
        inbox.setFlags(letters, new Flags(Flags.Flag.DELETED), true);
        inbox.expunge();
    }

    private Store store() throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", imapPort, EmbeddedMailServer.EVERYBODY, EmbeddedMailServer.EVERYBODY);
        return store;
    }

    private static FetchProfile headers() {
        var profile = new FetchProfile();
        profile.add(FetchProfile.Item.ENVELOPE);
        List.of("Delivered-To", "Reply-To", "Message-ID").forEach(profile::add);
        return profile;
    }

    private static String header(Message letter, String name) {
        try {
            return Arrays.stream(Optional.ofNullable(letter.getHeader(name)).orElse(new String[]{""})).findFirst()
                    .orElse("");
        } catch (MessagingException e) {
            throw new IllegalStateException("A letter of the hub's own cannot be read", e);
        }
    }
}
