package uk.gov.datashare.post;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.Topics;

/** Reports a letter that did not reach its reader to the case, as a bounce that the hub saw itself. */
final class Returns {

    private static final URI SOURCE = URI.create("urn:datashare:hub:post-office");
    private static final String TYPE = MessageTypes.of(ReportBounce.class);

    private final ReplyTokens tokens;
    private final InstantSource clock;

    Returns(ReplyTokens tokens, InstantSource clock) {
        this.tokens = requireNonNull(tokens);
        this.clock = requireNonNull(clock);
    }

    /** The report; empty for a letter about which nobody was asked anything, which no task waits for. */
    Optional<Outgoing> cameBack(Envelope<Letter> letter, boolean permanent) {
        return letter.data().reply().map(reply -> report(letter, reply, permanent));
    }

    /** A letter that was put off for too long is as good as one that is refused: it is reported so, and kept for a person. */
    List<Outgoing> givenUp(Envelope<Letter> letter, Outgoing deadLetter) {
        return Stream.concat(cameBack(letter, true).stream(), Stream.of(deadLetter)).toList();
    }

    private Outgoing report(Envelope<Letter> letter, Letter.Reply about, boolean permanent) {
        Letter sent = letter.data();
        String token = tokens.token(sent.requestId(), about.version(), about.taskId(), sent.recipient(),
                about.contentHash());
        var evidence = new Evidence(Evidence.Channel.EMAIL, sent.letterId(), MessageJson.hash(sent),
                permanent ? "smtp.refused" : "smtp.put-off", Evidence.Assurance.HIGH);
        var command = new ReportBounce(sent.requestId(),
                new ShareCommand.Reply(about.taskId(), ReplyTokens.digest(token),
                        Optional.of(sent.recipient()), evidence),
                permanent);
        return Outgoing.event(Topics.COMMANDS, sent.requestId(),
                letter.leadsTo("bounce." + sent.letterId(), SOURCE, TYPE,
                        sent.requestId(), clock.instant(), MessageJson.write(command)));
    }
}
