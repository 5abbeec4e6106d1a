package uk.gov.datashare.replies;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyAddress.Purpose;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.authenticity.Authenticity.Verdict;
import uk.gov.datashare.connectors.email.reply.DigestReader;
import uk.gov.datashare.connectors.email.reply.DigestReading;
import uk.gov.datashare.connectors.email.reply.Provenance;
import uk.gov.datashare.connectors.email.reply.Reading;
import uk.gov.datashare.contracts.DigestNote.ReplyRead;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.Letter.Item;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.replies.SentDigests.Digest;

/**
 * Turns a reply to a digest into a command for each item about which it says something: each goes to its own case, under the
 * token of its own task and with evidence of its own, as if its reader had answered that task's letter.
 */
final class DigestReplies {

    private static final Logger LOG = LoggerFactory.getLogger(DigestReplies.class);
    private static final URI SOURCE = URI.create("urn:datashare:hub:replies");
    private static final String READ = MessageTypes.of(ReplyRead.class);

    private final DigestReader reader;
    private final Function<String, Optional<Digest>> sent;
    private final ReplyTokens tokens;
    private final Commands commands;
    private final InstantSource clock;

    DigestReplies(DigestReader reader, Function<String, Optional<Digest>> sent, ReplyTokens tokens, Commands commands,
            InstantSource clock) {
        this.reader = requireNonNull(reader);
        this.sent = requireNonNull(sent);
        this.tokens = requireNonNull(tokens);
        this.commands = requireNonNull(commands);
        this.clock = requireNonNull(clock);
    }

    /**
     * What follows from a mail to the address of a digest; nothing where the hub has written no such digest, or its address
     * bore another token.
     */
    List<Outgoing> interpret(Envelope<byte[]> mail, ReplyAddress about, Verdict origin) {
        Optional<Digest> digest = sent.apply(about.requestId()).filter(known -> isGenuine(about, known));
        if (digest.isEmpty()) {
            LOG.warn("A mail to digest {} is passed over: no such digest was written, or not under this token",
                    about.requestId());
        }
        return digest.map(known -> interpret(mail, new Answered(about, known, origin))).orElse(List.of());
    }

    /** A mail that answers a digest. */
    private record Answered(ReplyAddress about, Digest digest, Verdict origin) {}

    private boolean isGenuine(ReplyAddress about, Digest digest) {
        var reply = digest.reply();
        return ReplyTokens.same(about.token(), tokens.token(about.requestId(), reply.version(), reply.taskId(),
                digest.recipient(), reply.contentHash()));
    }

    private List<Outgoing> interpret(Envelope<byte[]> mail, Answered answered) {
        Digest digest = answered.digest();
        DigestReading reading = reader.read(mail.data(), digest.lines(), digest.items().size());
        return switch (reading) {
            case DigestReading.Answers(var provenance, var items, var strays) ->
                outgoing(mail, answered, provenance, items, strays.stream().map(Reading.Unclear::why).toList());
            case DigestReading.Whole(Reading.Unclear unclear) ->
                outgoing(mail, answered, unclear.provenance(), new TreeMap<>(), List.of(unclear.why()));
            case DigestReading.Whole(Reading whole) ->
                outgoing(mail, answered, whole.provenance(), ofEach(digest, whole), List.of());
        };
    }

    /** A machine speaks of the mail as a whole, and so of each item. */
    private static SortedMap<Integer, Reading> ofEach(Digest digest, Reading whole) {
        var items = new TreeMap<Integer, Reading>();
        digest.items().forEach(item -> items.put(item.number(), whole));
        return items;
    }

    private List<Outgoing> outgoing(Envelope<byte[]> mail, Answered answered, Provenance from,
            SortedMap<Integer, Reading> items, List<String> unclear) {
        var written = new ArrayList<Outgoing>();
        var numbers = new ArrayList<Integer>();
        for (Map.Entry<Integer, Reading> entry : items.entrySet()) {
            answered.digest().item(entry.getKey()).flatMap(item -> command(item, entry.getValue(), answered))
                    .ifPresent(command -> {
                        numbers.add(entry.getKey());
                        written.add(outgoing(command, mail, from.rawDigest()));
                    });
        }
        LOG.info("A mail to digest {} says something of {} of {} items by rule {}, and {} lines of it are about none",
                answered.about().requestId(), numbers.size(), answered.digest().items().size(), from.rule(),
                unclear.size());
        List<String> told = mayBeTold(answered, from) ? unclear : List.of();
        if (!numbers.isEmpty() || !told.isEmpty()) {
            written.addFirst(note(mail, answered, from.rawDigest(), numbers, told));
        }
        return written;
    }

    /** A stranger, or somebody who cannot be told from one, gets no answer. */
    private boolean mayBeTold(Answered answered, Provenance from) {
        return answered.origin().assurance() != Assurance.LOW
                && commands.writer(from).equals(Optional.of(answered.digest().recipient()));
    }

    private Optional<ShareCommand> command(Item item, Reading reading, Answered answered) {
        Provenance from = reading.provenance();
        var evidence = new Evidence(Evidence.Channel.EMAIL, from.messageId(), from.rawDigest(),
                "digest." + item.number() + "." + from.rule(), answered.origin().assurance(),
                Optional.of(answered.origin().authentication()));
        return commands.of(reading, address(item, answered), evidence);
    }

    /** Where a reply to the task's own letter would have gone. */
    private ReplyAddress address(Item item, Answered answered) {
        return new ReplyAddress(Purpose.APPROVALS, item.requestId(), item.taskId(),
                tokens.token(item.requestId(), item.version(), item.taskId(), answered.digest().recipient(),
                        item.contentHash()),
                answered.about().domain());
    }

    /** Named by mail and task: the same mail again is the same commands. */
    private Outgoing outgoing(ShareCommand command, Envelope<byte[]> mail, String rawDigest) {
        String task = command instanceof ShareCommand.FromReply reply ? reply.reply().taskId() : "";
        return Outgoing.event(Topics.COMMANDS, command.requestId(),
                mail.leadsTo("mail." + rawDigest + "." + command.requestId() + "." + task, SOURCE,
                        MessageTypes.of(command.getClass()), command.requestId(), clock.instant(),
                        MessageJson.write(command)));
    }

    private Outgoing note(Envelope<byte[]> mail, Answered answered, String rawDigest, List<Integer> numbers,
            List<String> unclear) {
        var note = new ReplyRead(answered.digest().recipient(), answered.about().requestId(),
                answered.digest().items(), numbers, unclear, rawDigest);
        return Outgoing.event(Topics.DIGEST, note.personId(), mail.leadsTo("digest-reply." + rawDigest, SOURCE, READ,
                note.personId(), clock.instant(), MessageJson.write(note)));
    }
}
