package uk.gov.datashare.connectors.email.mailbox;

import java.time.InstantSource;
import java.util.Optional;

import org.apache.camel.CamelContext;

import uk.gov.datashare.connectors.backbone.Leadership;

/**
 * One mailbox of the hub, and who reads it.
 *
 * @param settings where it is
 * @param intake   what is done with each mail
 * @param looks    how looking into it goes
 * @param lead     by which one hub of a cluster reads it; empty when no other hub does
 */
record Mailbox(ImapSettings settings, Intake intake, Looks looks, Optional<Leadership> lead) {

    static Mailbox of(ImapSettings settings, String mailDomain, InstantSource clock, Optional<Leadership> lead) {
        var looks = new Looks(settings, new Silence(settings, clock), lead);
        return new Mailbox(settings, new Intake(settings.user(), mailDomain, clock, looks::mayRead), looks, lead);
    }

    String routeId() {
        return MailboxRoutes.READ + "." + settings.user();
    }

    /** Reads, once everything runs that reading needs. */
    void open(CamelContext camel) {
        looks.silence().watch(camel);
        var reading = new Duty(camel, routeId(), looks.silence());
        lead.ifPresentOrElse(leadership -> leadership.seek(reading), reading::begin);
    }

    void close() {
        lead.ifPresent(Leadership::close);
    }

    MailboxReader.State state() {
        return new MailboxReader.State(settings.name(), looks.silence().isWatched() && looks.mayRead(),
                lead.flatMap(Leadership::leader), looks.silence().lastLook(), looks.silence().isTooLong());
    }
}
