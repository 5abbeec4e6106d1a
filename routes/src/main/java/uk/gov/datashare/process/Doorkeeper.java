package uk.gov.datashare.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.Reply;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareEvent.ReplyNotCounted.NotCountedBecause;
import uk.gov.datashare.process.Share.InHand;
import uk.gov.datashare.process.Standing.Answered;
import uk.gov.datashare.process.Standing.Asked;
import uk.gov.datashare.process.Standing.Holder;
import uk.gov.datashare.process.Standing.Outsider;
import uk.gov.datashare.process.Task.Decided;
import uk.gov.datashare.process.Task.Open;
import uk.gov.datashare.process.Task.Over;
import uk.gov.datashare.process.Task.Queried;
import uk.gov.datashare.process.Task.Signed;
import uk.gov.datashare.process.Task.Told;
import uk.gov.datashare.process.Task.Waiting;

/**
 * Tells whose reply it is: by the token, which binds case, version, task, person and what they were shown, and by who sent it.
 * Both must be right.
 */
final class Doorkeeper {

    private final TokenDigests tokens;

    Doorkeeper(TokenDigests tokens) {
        this.tokens = tokens;
    }

    /** What the writer of a reply is to the task that it names. */
    Standing recognise(InHand share, Reply reply) {
        return share.tasks()
                .find(reply.taskId())
                .map(task -> recognise(share, task, reply))
                .orElseGet(() -> olderOrUnknown(share, reply));
    }

    /**
     * Whose letter it is that a machine sent back or answered. The token alone tells: a mail server writes from an address of
     * its own. Only an absence that somebody else's mailbox reports is not the holder's.
     */
    Standing recogniseMachine(InHand share, FromReply report) {
        var reply = report.reply();
        return share.tasks()
                .find(reply.taskId())
                .flatMap(task -> holderOf(task, reply))
                .filter(standing -> report instanceof ReportBounce || reply.by().isEmpty()
                        || recognise(share, reply).equals(standing))
                .orElseGet(() -> recognise(share, reply));
    }

    private static Optional<Standing> holderOf(Task task, Reply reply) {
        return switch (task.state()) {
            case Open(var h) when bears(reply, h.tokenDigest()) -> Optional.of(new Holder(task, h));
            case Queried(var h, _) when bears(reply, h.tokenDigest()) -> Optional.of(new Holder(task, h));
            case Queried(var h, var q) when bears(reply, q.tokenDigest()) -> Optional.of(new Asked(task, h, q));
            case Task.State _ -> Optional.empty();
        };
    }

    private Standing recognise(InHand share, Task task, Reply reply) {
        return switch (task.state()) {
            case Open(var h) when bears(reply, h.tokenDigest()) -> onlyIf(reply, h.holder(), new Holder(task, h));
            case Queried(var h, _) when bears(reply, h.tokenDigest()) -> onlyIf(reply, h.holder(), new Holder(task, h));
            case Queried(var h, var q) when bears(reply, q.tokenDigest()) ->
                onlyIf(reply, q.askedOf(), new Asked(task, h, q));
            case Task.State _ when !isGenuine(share, task, reply) -> olderOrUnknown(share, reply);
            case Open _,Queried _ -> new Outsider(NotCountedBecause.NOT_YOURS);
            case Decided d when isBy(reply, d.by()) -> new Answered(task);
            case Signed s when isBy(reply, s.by()) -> new Answered(task);
            case Decided _,Signed _ -> new Outsider(NotCountedBecause.ALREADY_DECIDED);
            case Over _ -> new Outsider(NotCountedBecause.CLOSED);
            case Waiting _,Told _ -> new Outsider(NotCountedBecause.OUT_OF_TURN);
        };
    }

    private static Standing onlyIf(Reply reply, String person, Standing standing) {
        return isBy(reply, person) ? standing : new Outsider(NotCountedBecause.NOT_YOURS);
    }

    private Standing olderOrUnknown(InHand share, Reply reply) {
        boolean older = share.dossier()
                .earlier()
                .stream()
                .anyMatch(version -> Stream.concat(Stream.of(version.contentHash()), version.documentHash().stream())
                        .anyMatch(hash -> isGenuine(share.requestId(), version.version(), hash, reply)));
        return new Outsider(older ? NotCountedBecause.SUPERSEDED : NotCountedBecause.UNKNOWN_TOKEN);
    }

    private boolean isGenuine(InHand share, Task task, Reply reply) {
        return isGenuine(share.requestId(), share.version(), share.dossier().shownTo(task), reply);
    }

    /** Whether the hub gave this token to this writer, at whatever time. */
    private boolean isGenuine(String requestId, int version, String shownHash, Reply reply) {
        return reply.by()
                .map(person -> tokens.digest(requestId, version, reply.taskId(), person, shownHash))
                .filter(digest -> bears(reply, digest))
                .isPresent();
    }

    private static boolean isBy(Reply reply, String person) {
        return reply.by().equals(Optional.of(person));
    }

    /** In a time that does not tell how far they agree. */
    private static boolean bears(Reply reply, String digest) {
        return MessageDigest.isEqual(reply.tokenDigest().getBytes(US_ASCII), digest.getBytes(US_ASCII));
    }
}
