package uk.gov.datashare.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.CaseMessage.Decision;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.Reply;

/**
 * What somebody decided in their department's own system, as the reply that they would have written. The department vouches for
 * who it was, and can do so for its own people only; the letter's reply address says what they were shown, and the process
 * judges it as it judges any other.
 */
final class Decisions {

    private static final String RULE = "DECISION";

    private final String hubDomain;

    Decisions(String hubDomain) {
        this.hubDomain = requireNonNull(hubDomain);
    }

    /** What a decision becomes. */
    sealed interface Read {

        /** A reply. */
        record Command(ShareCommand command) implements Read {}

        /** Nothing, for these reasons. */
        record Wrong(List<Problem> problems) implements Read {}
    }

    /**
     * Reads a decision.
     *
     * @param organisation whose topic it came by
     * @param topic        that topic
     * @param id           the message's own id
     * @param digest       SHA-256 of its bytes
     */
    Read read(String organisation, String topic, String id, String digest, Decision decision, Registry registry) {
        Optional<ReplyAddress> about = ReplyAddress.parse(decision.replyTo(), hubDomain)
                .filter(address -> !address.taskId().equals(ReplyAddress.NO_TASK) && !address.isOfDigest());
        if (about.isEmpty()) {
            return wrong("/replyTo", "This is no reply address of the hub's.",
                    "Take it from the Reply-To of the letter that asked for the decision.");
        }
        if (registry.person(decision.personId()).filter(who -> who.organisation().id().equals(organisation))
                .isEmpty()) {
            return wrong("/personId", "Nobody of this id is registered for your organisation.",
                    "Name the person who decided, by the id that the registry has for them.");
        }
        var evidence = new Evidence(Evidence.Channel.TOPIC, id, digest, "case.decided", Evidence.Assurance.HIGH,
                Optional.of("mode=topic " + topic));
        var reply = new Reply(about.get().taskId(), ReplyTokens.digest(about.get().token()),
                Optional.of(decision.personId()), evidence, Optional.of(registry.version()));
        return command(about.get().requestId(), reply, decision);
    }

    private static Read command(String id, Reply reply, Decision decision) {
        Optional<String> comment = decision.comment();
        return switch (decision.outcome()) {
            case APPROVE -> new Read.Command(new ShareCommand.Approve(id, reply, comment));
            case SIGN -> new Read.Command(new ShareCommand.Sign(id, reply, comment));
            case REJECT -> new Read.Command(new ShareCommand.Reject(id, reply, comment));
            case APPROVE_WITH_CONDITIONS -> comment
                    .<Read>map(given -> new Read.Command(new ShareCommand.ApproveWithConditions(id, reply, given)))
                    .orElseGet(() -> wrong("/comment", "The conditions are missing.", "Write them into comment."));
            case RETURN_FOR_CHANGES -> comment
                    .<Read>map(given -> new Read.Command(new ShareCommand.ReturnForChanges(id, reply, given)))
                    .orElseGet(() -> wrong("/comment", "What is to be changed is missing.", "Write it into comment."));
        };
    }

    private static Read wrong(String pointer, String message, String fix) {
        return new Read.Wrong(List.of(new Problem(RULE, Problem.Severity.ERROR, pointer, message, Optional.of(fix))));
    }
}
