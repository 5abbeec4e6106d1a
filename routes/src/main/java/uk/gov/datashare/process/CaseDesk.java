package uk.gov.datashare.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.FromDepartment;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.process.Announcements.Trail;

/** Handles one message about one case, or the time that has come for it: what is kept of that, and what is written. Pure. */
final class CaseDesk {

    private final ShareProcess process;
    private final ProcessJournal journal;

    CaseDesk(ShareProcess process, ProcessJournal journal) {
        this.process = process;
        this.journal = journal;
    }

    /** The case afterwards, and all that is written with it. */
    record Handled(StoredCase stored, List<Outgoing> outgoing) {
        Handled {
            outgoing = List.copyOf(outgoing);
        }
    }

    /** A command that was not handled before. */
    Handled handle(StoredCase before, Envelope<ShareCommand> command, String place, Instant now) {
        var decision = process.decide(before.share(), command.data(), now);
        journal.decided(command.data(), decision);
        return switch (decision) {
            case Decision.Happened(var events) -> happened(before, command, events, now);
            case Decision.Nothing(var why) -> new Handled(before, answer(before, command, place, why, now));
        };
    }

    /** A command that was handled before: it changes nothing, and a department is told so each time. */
    Handled handleAgain(StoredCase before, Envelope<ShareCommand> command, String place, Instant now) {
        journal.repeated(command.data());
        return new Handled(before, answer(before, command, place, "this message was received already", now));
    }

    /** The time has come for something. */
    Handled wake(StoredCase before, Instant now) {
        List<ShareEvent> events = process.timePassed(before.share(), now);
        journal.timePassed(before.share().requestId(), events);
        var after = before.log().then(events, now);
        return new Handled(stored(after, before.correlationId()),
                Announcements.of(after.fresh(), Trail.ofTime(before.log(), before.correlationId())));
    }

    private Handled happened(StoredCase before, Envelope<ShareCommand> command, List<ShareEvent> events, Instant now) {
        var after = before.log().then(events, now);
        String correlationId = command.data() instanceof FromDepartment
                ? command.correlationId()
                : before.correlationId().orElse(command.correlationId());
        return new Handled(stored(after, Optional.of(correlationId)),
                Announcements.of(after.fresh(), Trail.of(command, correlationId)));
    }

    private StoredCase stored(Recorded log, Optional<String> correlationId) {
        return new StoredCase(log.share(), log.sequence(), log.head(), correlationId,
                process.nextDeadline(log.share()));
    }

    private static List<Outgoing> answer(StoredCase before, Envelope<ShareCommand> command, String place, String why,
            Instant now) {
        return command.data() instanceof FromDepartment from
                ? List.of(Announcements.answer(command.map(_ -> from), place, before.share(), why, now))
                : List.of();
    }
}
