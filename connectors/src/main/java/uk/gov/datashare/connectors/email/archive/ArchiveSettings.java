package uk.gov.datashare.connectors.email.archive;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

import uk.gov.datashare.connectors.email.MailAddresses;
import uk.gov.datashare.connectors.email.mailbox.ImapSettings;

/**
 * The mailbox for copies of letters.
 *
 * @param address         its address, which the mail server delivers to without asking another server
 * @param mailbox         where it is read
 * @param deliveredWithin how long after taking a letter the mail server may take to put the copy there
 * @param keptFor         after how long a copy is deleted
 */
public record ArchiveSettings(String address, ImapSettings mailbox, Duration deliveredWithin, Duration keptFor) {

    /** How long a copy is kept unless somebody has decided otherwise. */
    public static final Duration USUALLY_KEPT = Duration.ofDays(30);

    public ArchiveSettings {
        if (!MailAddresses.isOne(address)) {
            throw new IllegalArgumentException("The archive's address is none: " + address);
        }
        requireNonNull(mailbox);
        requireNonNull(deliveredWithin);
        requireNonNull(keptFor);
    }

    /** The same archive in this mailbox: another way to log in, say. */
    public ArchiveSettings in(ImapSettings itsMailbox) {
        return new ArchiveSettings(address, itsMailbox, deliveredWithin, keptFor);
    }
}
