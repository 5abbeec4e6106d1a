package uk.gov.datashare.connectors.email.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server in this process: GreenMail's SMTP and IMAP on loopback, with what GreenMail lacks of a real one. Mail is on
 * disk before its sender hears that it was taken, and is there again after a restart; it bears Return-Path and Delivered-To;
 * detail after a plus sign is looked through (RFC 5233); and a mailbox that does not exist sends a notification back (RFC 3464).
 * It delivers everything and checks nobody's password: never bind it to anything but loopback.
 */
public final class EmbeddedMailServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMailServer.class);
    /** The address that it listens on. */
    public static final String LOOPBACK = "127.0.0.1";
    private static final String INBOX = "INBOX";
    private static final Session NO_SERVER = Session.getInstance(new Properties());
    private static final long SWEEP_MILLIS = 500;

    /**
     * How the server is to be.
     *
     * @param folder    where mail is kept
     * @param smtpPort  port for sending, 0 for a free one
     * @param imapPort  port for reading, 0 for a free one
     * @param hubDomain the domain whose addresses all lead to the mailbox {@link #HUB_MAILBOX}; any other address leads to
     *                  {@link #EVERYBODY}
     * @param missing   which addresses have no mailbox, so that mail to them comes back
     */
    public record Settings(Path folder, int smtpPort, int imapPort, String hubDomain, Predicate<String> missing) {}

    /** The mailbox of the hub's own addresses. */
    public static final String HUB_MAILBOX = "approvals";
    /** The mailbox of everybody else; Delivered-To says whom a mail was for. */
    public static final String EVERYBODY = "everybody";

    private final Settings settings;
    private final Spool spool;
    private final GreenMail server;
    private final ScheduledExecutorService sweeper;

    private EmbeddedMailServer(Settings settings, GreenMail server) {
        this.settings = settings;
        this.server = server;
        this.spool = new Spool(settings.folder());
        this.sweeper = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("embedded-mail-spool").factory());
    }

    /** Starts the server with the mail that was kept. */
    public static EmbeddedMailServer start(Settings settings) {
        var smtp = new ServerSetup(settings.smtpPort(), LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        var imap = new ServerSetup(settings.imapPort(), LOOPBACK, ServerSetup.PROTOCOL_IMAP);
        var greenMail = new GreenMail(new ServerSetup[]{smtp, imap});
        greenMail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        var started = new EmbeddedMailServer(settings, greenMail);
        started.open();
        return started;
    }

    /** Where mail is handed in, on loopback. */
    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** Where mail is read, on loopback. */
    public int imapPort() {
        return server.getImap().getPort();
    }

    /** Stops the server; what it holds stays on disk. */
    @Override
    public void close() {
        sweeper.shutdownNow();
        server.stop();
    }

    private void open() {
        server.getUserManager().setMessageDeliveryHandler((mail, recipient) -> new Delivery(this, recipient));
        spool.load().forEach(this::restore);
        // Only now, so that nobody finds a mailbox half restored.
        server.start();
        var _ = sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void restore(Spool.Kept kept) {
        try {
            ImapHostManager store = server.getManagers().getImapHostManager();
            GreenMailUser user = user(kept.mailbox());
            MailFolder folder = Optional.ofNullable(store.getFolder(user, kept.folder()))
                    .orElse(kept.folder().equals(INBOX) ? store.getInbox(user) : null);
            (folder == null ? store.createMailbox(user, kept.folder()) : folder).store(parsed(kept.file()));
            spool.isHeld(kept);
        } catch (Exception unreadable) {
            LOG.warn("A mail in {} of {} could not be put back and stays on disk: {}", kept.folder(), kept.mailbox(),
                    unreadable.toString());
        }
    }

    /** Takes a mail for one recipient: to their mailbox, or back to its sender. */
    void take(MovingMessage mail, String recipient) throws MessagingException, IOException {
        String sender = mail.getReturnPath() == null ? "" : mail.getReturnPath().getEmail();
        if (!settings.missing().test(recipient)) {
            deliver(bytes(mail.getMessage()), sender, recipient);
        } else if (!sender.isBlank()) {
            String messageId = Optional.ofNullable(mail.getMessage().getMessageID()).orElse("<unknown>");
            deliver(Undeliverable.noSuchMailbox(settings.hubDomain(), sender, recipient, messageId), "", sender);
        }
    }

    private void deliver(byte[] raw, String sender, String recipient) throws MessagingException, IOException {
        var delivered = new ByteArrayOutputStream();
        delivered.writeBytes(
                ("Return-Path: <" + sender + ">\r\nDelivered-To: " + recipient + "\r\n").getBytes(US_ASCII));
        delivered.writeBytes(raw);
        String mailbox = mailboxOf(recipient);
        Spool.Kept kept = spool.keep(mailbox, INBOX, delivered.toByteArray());
        user(mailbox).deliver(parsed(kept.file()));
        spool.isHeld(kept);
    }

    private String mailboxOf(String recipient) {
        return recipient.toLowerCase(Locale.ROOT).endsWith("@" + settings.hubDomain()) ? HUB_MAILBOX : EVERYBODY;
    }

    private synchronized GreenMailUser user(String mailbox) {
        try {
            GreenMailUser known = server.getUserManager().getUser(mailbox);
            return known != null
                    ? known
                    : server.getUserManager().createUser(mailbox + "@" + settings.hubDomain(), mailbox, mailbox);
        } catch (UserException impossible) {
            throw new IllegalStateException("The embedded mail server cannot make the mailbox " + mailbox, impossible);
        }
    }

    /** Lets the files follow what was moved and expunged over IMAP. */
    private void sweep() {
        try {
            Set<String> present = new HashSet<>();
            for (GreenMailUser user : server.getUserManager().listUser()) {
                for (MailFolder folder : server.getManagers().getImapHostManager().listMailboxes(user, "*")) {
                    note(user, folder, present);
                }
            }
            spool.areAllOf(present);
        } catch (FolderException | MessagingException | RuntimeException failed) {
            LOG.warn("The embedded mail server could not write down what became of its mail, and tries again: {}",
                    failed.toString());
        }
    }

    private void note(GreenMailUser user, MailFolder folder, Set<String> present) throws MessagingException {
        for (StoredMessage stored : folder.getMessages()) {
            String[] number = stored.getMimeMessage().getHeader(Spool.NUMBER);
            if (number != null) {
                present.add(number[0]);
                spool.isIn(number[0], user.getLogin(), folder.getName());
            }
        }
    }

    private static byte[] bytes(MimeMessage mail) throws MessagingException, IOException {
        var raw = new ByteArrayOutputStream();
        mail.writeTo(raw);
        return raw.toByteArray();
    }

    private static MimeMessage parsed(Path file) throws MessagingException, IOException {
        return new MimeMessage(NO_SERVER, new ByteArrayInputStream(Files.readAllBytes(file)));
    }
}
