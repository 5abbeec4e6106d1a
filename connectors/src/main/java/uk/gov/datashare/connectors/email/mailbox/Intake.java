package uk.gov.datashare.connectors.email.mailbox;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailConstants;
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

    /** Where the shelf is noted while the backbone has the exchange. */
    private static final String SHELF = Intake.class.getName() + ".shelf";
    /** A mail over size is not fetched, and so has nothing to send. */
    private static final Taken OVER_SIZE = new Taken(List.of(), Shelf.QUARANTINE);

    private record Taken(List<Outgoing> outgoing, Shelf shelf) {}

    private final String mailbox;
    private final URI source;
    private final ReplyReader reader;
    private final InstantSource clock;

    Intake(String mailbox, String mailDomain, InstantSource clock) {
        this.mailbox = mailbox.toLowerCase(Locale.ROOT);
        this.source = URI.create("/connectors/email/" + this.mailbox.replaceAll("[^a-z0-9@.+_-]", "_"));
        this.reader = new ReplyReader(mailDomain);
        this.clock = requireNonNull(clock);
    }

    /** Puts what is to be sent in the place of the mail, with none of the mail's own headers: Camel acts on the names of some. */
    void take(Exchange exchange) throws MessagingException, IOException {
        Message mail = requireNonNull(exchange.getMessage(MailMessage.class)).getOriginalMessage();
        String key = MailKey.of(mailbox, mail);
        Taken taken = RawMail.of(mail).map(raw -> taken(key, raw)).orElse(OVER_SIZE);
        exchange.setProperty(SHELF, taken.shelf());
        exchange.setMessage(new DefaultMessage(exchange.getContext()));
        exchange.getMessage().setBody(taken.outgoing());
    }

    /** Replies are read again from the topic, and count there; here a reading only finds the shelf. */
    private Taken taken(String key, byte[] raw) {
        Reading reading = reader.read(raw, Optional.empty());
        Optional<ReplyAddress> about = reading.provenance().about();
        String subject = about.map(ReplyAddress::requestId).orElse(mailbox);
        var envelope = new Envelope<>(key, source, MessageTypes.MAIL_RECEIVED, subject, clock.instant(), key,
                Optional.empty(), Optional.empty(), raw);
        return new Taken(List.of(Outgoing.event(Topics.MAIL_IN, key, envelope)), shelf(reading));
    }

    private static Shelf shelf(Reading reading) {
        if (reading instanceof Reading.Unreadable) {
            return Shelf.QUARANTINE;
        }
        boolean ours = reading.provenance().about().isPresent() || reading.provenance().answers().isPresent();
        return ours ? Shelf.PROCESSED : Shelf.UNMATCHED;
    }

    /** Tells Camel where to move the mail, now that the backbone has it. */
    static void shelve(Exchange exchange) {
        Shelf shelf = requireNonNull(exchange.getProperty(SHELF, Shelf.class));
        exchange.getMessage().setHeader(MailConstants.MAIL_MOVE_TO, shelf.folder());
    }
}
