package uk.gov.datashare.connectors.email.mailbox;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.support.DefaultMessage;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.reply.Reading;
import uk.gov.datashare.connectors.email.reply.ReplyReader;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Topics;

/** Takes one mail off the mailbox: its bytes for the backbone, and the shelf for it afterwards. */
final class Intake {

    /** Where the mail and its shelf are noted while the backbone has the exchange. */
    private static final String TAKEN = Intake.class.getName() + ".taken";

    private record Taken(Message mail, String key, List<Outgoing> outgoing, Shelf shelf) {}

    private final String mailbox;
    private final URI source;
    private final ReplyReader reader;
    private final InstantSource clock;
    private final BooleanSupplier mayRead;
    private final Newest onTheBackbone = new Newest();

    Intake(String mailbox, String mailDomain, InstantSource clock, BooleanSupplier mayRead) {
        this.mailbox = mailbox.toLowerCase(Locale.ROOT);
        this.source = URI.create("/connectors/email/" + this.mailbox.replaceAll("[^a-z0-9@.+_-]", "_"));
        this.reader = new ReplyReader(mailDomain);
        this.clock = requireNonNull(clock);
        this.mayRead = requireNonNull(mayRead);
    }

    /**
     * Puts what is to be sent in the place of the mail, with none of the mail's own headers: Camel acts on the names of some.
     *
     * @throws IllegalStateException when another hub may be reading the mailbox by now; the mail stays for it
     */
    void take(Exchange exchange) throws MessagingException, IOException {
        if (!mayRead.getAsBoolean()) {
            throw new IllegalStateException("Mailbox " + mailbox + " is not this hub's to read any more");
        }
        Message mail = requireNonNull(exchange.getMessage(MailMessage.class)).getOriginalMessage();
        Taken taken = taken(mail);
        exchange.setProperty(TAKEN, taken);
        exchange.setMessage(new DefaultMessage(exchange.getContext()));
        exchange.getMessage().setBody(taken.outgoing());
    }

    /** A mail over size is not fetched, and so has nothing to send. */
    private Taken taken(Message mail) throws MessagingException, IOException {
        String key = MailKey.of(mailbox, mail);
        Optional<byte[]> raw = RawMail.of(mail);
        return raw.map(bytes -> taken(mail, key, bytes))
                .orElseGet(() -> new Taken(mail, key, List.of(), Shelf.QUARANTINE));
    }

    /**
     * Replies are read again from the topic, and count there; here a reading only finds the shelf. A mail that is only waiting
     * for its shelf is not sent again.
     */
    private Taken taken(Message mail, String key, byte[] raw) {
        Reading reading = reader.read(raw, Optional.empty());
        if (onTheBackbone.has(key)) {
            return new Taken(mail, key, List.of(), shelf(reading));
        }
        Optional<ReplyAddress> about = reading.provenance().about();
        String subject = about.map(ReplyAddress::requestId).orElse(mailbox);
        var envelope = new Envelope<>(key, source, MessageTypes.MAIL_RECEIVED, subject, clock.instant(), key,
                Optional.empty(), Optional.empty(), raw);
        return new Taken(mail, key, List.of(Outgoing.event(Topics.MAIL_IN, key, envelope)), shelf(reading));
    }

    private static Shelf shelf(Reading reading) {
        if (reading instanceof Reading.Unreadable) {
            return Shelf.QUARANTINE;
        }
        boolean ours = reading.provenance().about().isPresent() || reading.provenance().answers().isPresent();
        return ours ? Shelf.PROCESSED : Shelf.UNMATCHED;
    }

    /** Moves the mail to its shelf, now that the backbone has it. */
    void shelve(Exchange exchange) throws MessagingException {
        Taken taken = requireNonNull(exchange.getProperty(TAKEN, Taken.class));
        if (!taken.outgoing().isEmpty()) {
            onTheBackbone.note(taken.key());
        }
        Shelving.move(taken.mail(), taken.key(), taken.shelf());
    }
}
