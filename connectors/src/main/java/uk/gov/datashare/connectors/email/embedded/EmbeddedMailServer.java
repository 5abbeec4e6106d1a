package uk.gov.datashare.connectors.email.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.foedus.util.MsgRangeFilter;
import com.icegreen.greenmail.imap.AuthorizationException;
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
    private static final MsgRangeFilter EVERY_MESSAGE = new MsgRangeFilter("1:*", false);

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
    /** The mailbox of copies of the hub's letters. */
    public static final String ARCHIVE = "archive";

    private record Place(String mailbox, String folder) {}

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

    /** The address under which this server has an archive for the hub at a domain. */
    public static String archiveAddress(String hubDomain) {
        return ARCHIVE + "@" + hubDomain;
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
            store(kept);
        } catch (Exception unreadable) {
            LOG.warn("A mail in {} of {} could not be put back and stays on disk: {}", kept.folder(), kept.mailbox(),
                    unreadable.toString());
        }
    }

    private void store(Spool.Kept kept) throws Exception {
        QuietDelivery.into(folder(kept.mailbox(), kept.folder()), parsed(kept.file()));
        spool.isHeld(kept);
    }

    private synchronized MailFolder folder(String mailbox, String name) throws FolderException, AuthorizationException {
        ImapHostManager store = server.getManagers().getImapHostManager();
        GreenMailUser user = user(mailbox);
        if (name.equals(INBOX)) {
            return store.getInbox(user);
        }
        MailFolder known = store.getFolder(user, name);
        return known == null ? store.createMailbox(user, name) : known;
    }

    /**
     * Takes a mail for all its recipients, to their mailboxes or back to its sender: all in one, for a mail and its copy in
     * the archive must both be there or neither. GreenMail asks once for each recipient; the first time does it.
     */
    void take(MovingMessage mail, String recipient) throws Exception {
        if (!mail.getToAddresses().iterator().next().getEmail().equals(recipient)) {
            return;
        }
        String sender = mail.getReturnPath() == null ? "" : mail.getReturnPath().getEmail();
        List<Spool.Arrival> arrivals = new ArrayList<>();
        for (MailAddress to : mail.getToAddresses()) {
            arrival(mail.getMessage(), sender, to.getEmail()).ifPresent(arrivals::add);
        }
        for (Spool.Kept kept : spool.keep(arrivals)) {
            store(kept);
        }
    }

    private Optional<Spool.Arrival> arrival(MimeMessage mail, String sender, String recipient)
            throws MessagingException, IOException {
        if (!settings.missing().test(recipient)) {
            return Optional.of(delivered(bytes(mail), sender, recipient));
        }
        String messageId = Optional.ofNullable(mail.getMessageID()).orElse("<unknown>");
        return sender.isBlank()
                ? Optional.empty()
                : Optional.of(delivered(
                        Undeliverable.noSuchMailbox(settings.hubDomain(), sender, recipient, messageId), "", sender));
    }

    private Spool.Arrival delivered(byte[] raw, String sender, String recipient) {
        var delivered = new ByteArrayOutputStream();
        delivered.writeBytes(
                ("Return-Path: <" + sender + ">\r\nDelivered-To: " + recipient + "\r\n").getBytes(US_ASCII));
        delivered.writeBytes(raw);
        return new Spool.Arrival(mailboxOf(recipient), INBOX, delivered.toByteArray());
    }

    private String mailboxOf(String recipient) {
        String address = recipient.toLowerCase(Locale.ROOT);
        if (address.equals(archiveAddress(settings.hubDomain()))) {
            return ARCHIVE;
        }
        return address.endsWith("@" + settings.hubDomain()) ? HUB_MAILBOX : EVERYBODY;
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
            Map<String, Place> places = new HashMap<>();
            for (GreenMailUser user : server.getUserManager().listUser()) {
                for (MailFolder folder : server.getManagers().getImapHostManager().listMailboxes(user, "*")) {
                    note(new Place(user.getLogin(), folder.getName()), folder, places);
                }
            }
            places.forEach((number, place) -> spool.isIn(number, place.mailbox(), place.folder()));
            spool.areAllOf(places.keySet());
        } catch (FolderException | MessagingException | RuntimeException failed) {
            LOG.warn("The embedded mail server could not write down what became of its mail, and tries again: {}",
                    failed.toString());
        }
    }

    /** A mail that is being moved is in two folders for a moment; it has left the inbox. */
    private static void note(Place place, MailFolder folder, Map<String, Place> places) throws MessagingException {
        for (StoredMessage stored : folder.getMessages(EVERY_MESSAGE)) {
            String[] number = stored.getMimeMessage().getHeader(Spool.NUMBER);
            if (number != null) {
                places.merge(number[0], place, (one, other) -> one.folder().equals(INBOX) ? other : one);
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
