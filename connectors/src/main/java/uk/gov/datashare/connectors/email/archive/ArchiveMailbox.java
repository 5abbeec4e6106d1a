package uk.gov.datashare.connectors.email.archive;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.HeaderTerm;
import jakarta.mail.search.SentDateTerm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.email.Archive;
import uk.gov.datashare.connectors.email.LetterChannel.Taken;
import uk.gov.datashare.connectors.email.MessageIds;

/** The archive in a mailbox that is searched by IMAP (RFC 9051 section 6.4.4). Any number of threads may ask; close it when done. */
public final class ArchiveMailbox implements Archive, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveMailbox.class);
    private static final String MESSAGE_ID = "Message-ID";
    /** So many copies are deleted at a time: between two times the mailbox is free for others. */
    private static final int AT_A_TIME = 500;
    private static final Duration BETWEEN_TRIMS = Duration.ofMinutes(10);

    private final ArchiveSettings settings;
    private final String domain;
    private final InstantSource clock;
    private final ArchiveConnections connections;
    private final ScheduledExecutorService trimmer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("archive-trimmer").factory());

    /** The archive of the hub at this mail domain. */
    public ArchiveMailbox(ArchiveSettings settings, String domain, InstantSource clock) {
        this.settings = requireNonNull(settings);
        this.domain = requireNonNull(domain);
        this.clock = requireNonNull(clock);
        this.connections = new ArchiveConnections(settings.mailbox());
    }

    @Override
    public Optional<String> address() {
        return Optional.of(settings.address());
    }

    @Override
    public Taken holds(String messageId, Instant lastTry) {
        boolean wouldBeThere = !clock.instant().isBefore(lastTry.plus(settings.deliveredWithin()));
        try {
            var sought = new HeaderTerm(MESSAGE_ID, messageId);
            if (connections.ask(Folder.READ_ONLY, folder -> folder.search(sought).length > 0)) {
                return Taken.YES;
            }
            return wouldBeThere ? Taken.NO : Taken.CANNOT_TELL;
        } catch (MessagingException | RuntimeException away) {
            LOG.warn("The archive cannot be searched, so letters that may have left wait: {}", away.toString());
            return Taken.CANNOT_TELL;
        }
    }

    /** The same, with old copies deleted from time to time, on a thread of its own. */
    public ArchiveMailbox trimmed() {
        var _ = trimmer.scheduleWithFixedDelay(this::trim, BETWEEN_TRIMS.toMillis(), BETWEEN_TRIMS.toMillis(),
                TimeUnit.MILLISECONDS);
        return this;
    }

    /**
     * Deletes copies that are older than they need to be, and nothing but copies of the hub's letters, some hundreds at most.
     *
     * @return how many; when it is none, nothing is left to do
     */
    public int trim() {
        var old = new SentDateTerm(ComparisonTerm.LT, Date.from(clock.instant().minus(settings.keptFor())));
        try {
            return connections.ask(Folder.READ_WRITE, folder -> delete(folder, folder.search(old)));
        } catch (MessagingException | RuntimeException away) {
            LOG.warn("The archive could not be trimmed, and will be later: {}", away.toString());
            return 0;
        }
    }

    private int delete(Folder folder, Message[] old) throws MessagingException {
        var profile = new FetchProfile();
        profile.add(MESSAGE_ID);
        Message[] some = Arrays.copyOf(old, Math.min(old.length, AT_A_TIME));
        folder.fetch(some, profile);
        Message[] copies = Arrays.stream(some).filter(this::isOurs).toArray(Message[]::new);
        folder.setFlags(copies, new Flags(Flags.Flag.DELETED), true);
        return copies.length;
    }

    private boolean isOurs(Message message) {
        try {
            String[] ids = message.getHeader(MESSAGE_ID);
            return ids != null && ids.length == 1 && MessageIds.letterId(ids[0], domain).isPresent();
        } catch (MessagingException unreadable) {
            return false;
        }
    }

    @Override
    public void close() {
        trimmer.shutdownNow();
        connections.close();
    }
}
