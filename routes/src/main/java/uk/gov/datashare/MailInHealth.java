package uk.gov.datashare;

import static java.util.Objects.requireNonNull;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

import uk.gov.datashare.connectors.email.mailbox.MailboxReader;

/** Who reads the mailboxes, and whether that goes well: down when this hub ought to read one and cannot for three minutes. */
@Component("mailIn")
final class MailInHealth implements HealthIndicator {

    private final MailboxReader reader;

    MailInHealth(MailboxReader reader) {
        this.reader = requireNonNull(reader);
    }

    @Override
    public Health health() {
        var states = reader.states();
        Health.Builder health = states.stream().anyMatch(MailboxReader.State::silent) ? Health.down() : Health.up();
        states.forEach(state -> health.withDetail(state.mailbox(), (state.readHere() ? "read here" : "not read here")
                + state.leader().map(leader -> ", leader " + leader).orElse("")
                + state.lastLook().map(moment -> ", last look " + moment).orElse("")));
        return health.build();
    }
}
