package uk.gov.datashare.replies;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import uk.gov.datashare.connectors.email.ConfirmationCodes;
import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.reply.Provenance;
import uk.gov.datashare.connectors.email.reply.Reading;
import uk.gov.datashare.connectors.registry.Registry.Holder;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.Reply;

/** From what a mail says to what it asks of the process, which alone judges whether its writer may. */
final class Commands {

    static final String NO_SUCH_COLLEAGUE = "The colleague whom you named is not registered as a role holder of your "
            + "organisation. Name one who is by their mail address, or ask your data share lead to have them registered.";

    private final Writers writers;
    private final ConfirmationCodes codes;

    Commands(Writers writers, ConfirmationCodes codes) {
        this.writers = requireNonNull(writers);
        this.codes = requireNonNull(codes);
    }

    /** The command in a reading that came to this reply address; empty where a machine wrote something of no interest. */
    Optional<ShareCommand> of(Reading reading, ReplyAddress about, Evidence evidence) {
        Optional<Holder> writer = writers.at(reading.provenance().from());
        String id = about.requestId();
        var reply = new Reply(about.taskId(), ReplyTokens.digest(about.token()),
                writer.map(known -> known.person().personId()), evidence, Optional.of(writers.registryVersion()));
        return switch (reading) {
            case Reading.Approve(_, var comment) ->
                Optional.of(new ShareCommand.Approve(id, reply, given(comment, writer)));
            case Reading.ApproveWithConditions(_, var conditions) ->
                Optional.of(new ShareCommand.ApproveWithConditions(id, reply, said(conditions, writer)));
            case Reading.Reject(_, var reason) ->
                Optional.of(new ShareCommand.Reject(id, reply, given(reason, writer)));
            case Reading.Return(_, var changes) ->
                Optional.of(new ShareCommand.ReturnForChanges(id, reply, said(changes, writer)));
            case Reading.Query(_, var question) ->
                Optional.of(new ShareCommand.AskQuestion(id, reply, said(question, writer)));
            case Reading.Answer(_, var answer) ->
                Optional.of(new ShareCommand.GiveAnswer(id, reply, said(answer, writer)));
            case Reading.Delegate(_, var address, var comment) ->
                Optional.of(delegate(id, reply, writer, address, given(comment, writer)));
            case Reading.NotMine(_, var comment) ->
                Optional.of(new ShareCommand.Disclaim(id, reply, given(comment, writer)));
            case Reading.Sign(_, var comment) -> Optional.of(new ShareCommand.Sign(id, reply, given(comment, writer)));
            case Reading.Confirm(_, var code) ->
                Optional.of(new ShareCommand.Confirm(id, reply, codes.digest(id, about.taskId(), code)));
            case Reading.Unclear(_, _, var why) -> Optional.of(new ShareCommand.ReportUnclear(id, reply, why));
            case Reading.AutomaticReply(_, var away, var until, var cover) when away ->
                Optional.of(new ShareCommand.ReportAway(id, reply, until, cover(writer, cover)));
            case Reading.AutomaticReply _ -> Optional.empty();
            case Reading.Bounce(_, var permanent) -> Optional.of(new ShareCommand.ReportBounce(id, reply, permanent));
            case Reading.Unreadable _ -> Optional.empty();
        };
    }

    /** Who has written it, if the registry knows. */
    Optional<String> writer(Provenance from) {
        return writers.at(from.from()).map(known -> known.person().personId());
    }

    private ShareCommand delegate(String id, Reply reply, Optional<Holder> writer, String address,
            Optional<String> comment) {
        return writer.flatMap(known -> writers.colleague(known, address))
                .<ShareCommand>map(named -> new ShareCommand.Delegate(id, reply, named.person().personId(), comment))
                .orElseGet(() -> new ShareCommand.ReportUnclear(id, reply, NO_SUCH_COLLEAGUE));
    }

    /** Whom an absence names to stand in, if the writer is known and this is somebody of their organisation. */
    private Optional<String> cover(Optional<Holder> writer, Optional<String> address) {
        return writer.flatMap(known -> address.flatMap(named -> writers.colleague(known, named)))
                .map(named -> named.person().personId());
    }

    private static Optional<String> given(String text, Optional<Holder> writer) {
        return Optional.of(Closing.cut(text, writer.map(known -> known.person().name())))
                .filter(written -> !written.isBlank());
    }

    /** The same where there must be something. */
    private static String said(String text, Optional<Holder> writer) {
        return given(text, writer).orElse(text);
    }
}
