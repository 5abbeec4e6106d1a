package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.RequestId;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.ApprovalSought;
import uk.gov.datashare.contracts.ShareEvent.ArrangementActivated;
import uk.gov.datashare.contracts.ShareEvent.ConfirmationSought;
import uk.gov.datashare.contracts.ShareEvent.DocumentIssued;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;
import uk.gov.datashare.contracts.ShareEvent.TaskDelegated;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated;
import uk.gov.datashare.contracts.ShareRequest.ExternalRef;
import uk.gov.datashare.process.oracle.Foreteller;
import uk.gov.datashare.process.oracle.Lines;
import uk.gov.datashare.process.oracle.Place;
import uk.gov.datashare.process.oracle.Rules;

/** One case of a simulated world: what was foretold of it, and the letters that lie in people's mailboxes. */
final class SimulatedCase {

    /** What a letter wants of its reader. */
    enum Wants {
        DECISION, ANSWER, CODE
    }

    /** A letter that has arrived. */
    record Post(String taskId, String person, String token, Wants wants, String code) {}

    final ExternalRef reference;
    final String requestId;
    final List<Post> letters = new ArrayList<>();
    private final Foreteller foreteller;
    private final Oracle oracle = new Oracle();
    private final boolean thorough;
    private ApprovalPlan plan;
    private int inForce;

    SimulatedCase(String number, ApprovalPlan plan, Rules rules, boolean thorough) {
        this.reference = new ExternalRef("simulated", number);
        this.requestId = RequestId.of(Plans.ASKER, reference);
        this.foreteller = new Foreteller(requestId, rules, SimulatedSetup.SECTIONS);
        this.plan = plan;
        this.thorough = thorough;
    }

    Place place() {
        return foreteller.place();
    }

    int version() {
        return foreteller.version();
    }

    Optional<Instant> next() {
        return foreteller.next();
    }

    /** The letters that somebody waits for an answer to. */
    List<Post> awaited() {
        return letters.stream().filter(letter -> foreteller.awaits(letter.token())).toList();
    }

    boolean isOver() {
        return place() == Place.CLOSED || place() == Place.LIVE;
    }

    ApprovalPlan plan() {
        return plan;
    }

    void plans(ApprovalPlan next) {
        plan = next;
    }

    /** What was recorded after a command must be what was foretold, word for word; after a repeat, nothing. */
    List<String> hears(ShareCommand command, boolean isRepeat, List<RecordedEvent> recorded, Instant now) {
        var foretold = isRepeat ? List.<String>of() : foreteller.hears(command, now, document(recorded));
        return compare(Optional.of(command), foretold, recorded);
    }

    /** The same for one look at the clock. */
    List<String> timePasses(List<RecordedEvent> recorded, Instant now) {
        return compare(Optional.empty(), foreteller.timePasses(now, document(recorded)), recorded);
    }

    private List<String> compare(Optional<ShareCommand> command, List<String> foretold, List<RecordedEvent> recorded) {
        var did = Lines.of(recorded.stream().map(RecordedEvent::event).toList());
        if (!did.equals(foretold)) {
            throw new AssertionError("foretold " + foretold + "\n     but " + did);
        }
        if (thorough) {
            oracle.hears(command, recorded);
        }
        recorded.forEach(event -> {
            inForce += event.event() instanceof ArrangementActivated ? 1 : 0;
            post(event.event(), command);
        });
        return did;
    }

    /** The case is where it was foretold to be, and will be looked at when that was foretold; what is open never sleeps for ever. */
    void stands(Share share, Optional<Instant> wakesAt) {
        Place place = place(share);
        if (place != foreteller.place() || !wakesAt.equals(foreteller.next())) {
            throw new AssertionError("foretold " + foreteller.place() + " until " + foreteller.next() + "\n     but "
                    + place + " until " + wakesAt);
        }
        assertThat(inForce <= 1).as("in force once").isTrue();
        if (share instanceof Share.InHand && wakesAt.isEmpty()) {
            throw new AssertionError("nobody will ever look at it again");
        }
    }

    static Place place(Share share) {
        return switch (share) {
            case Share.Unseen _ -> Place.UNSEEN;
            case Share.Triage _ -> Place.TRIAGE;
            case Share.Approving _ -> Place.APPROVING;
            case Share.Returned _ -> Place.RETURNED;
            case Share.Signing _ -> Place.SIGNING;
            case Share.Live _ -> Place.LIVE;
            case Share.Closed _ -> Place.CLOSED;
        };
    }

    private static Optional<String> document(List<RecordedEvent> recorded) {
        for (RecordedEvent event : recorded) {
            if (event.event() instanceof DocumentIssued issued) {
                return Optional.of(issued.documentHash());
            }
        }
        return Optional.empty();
    }

    private void post(ShareEvent event, Optional<ShareCommand> command) {
        switch (event) {
            case ApprovalSought e -> asks(e.taskId(), e.to(), e.tokenDigest());
            case TaskEscalated e -> asks(e.taskId(), e.to(), e.tokenDigest());
            case TaskDelegated e -> asks(e.taskId(), e.to(), e.tokenDigest());
            case QuestionAsked e -> letters.add(new Post(e.taskId(), e.askedOf(), e.tokenDigest(), Wants.ANSWER, ""));
            case ConfirmationSought e -> command.filter(FromReply.class::isInstance).map(FromReply.class::cast)
                    .ifPresent(reply -> letters.add(new Post(e.taskId(), e.by(), reply.reply().tokenDigest(),
                            Wants.CODE, e.codeDigest())));
            case ShareEvent _ -> place();
        }
    }

    private void asks(String taskId, String person, String token) {
        letters.add(new Post(taskId, person, token, Wants.DECISION, ""));
    }
}
