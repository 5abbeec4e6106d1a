package uk.gov.datashare.replies;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import org.apache.camel.RoutesBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.LetterComposer;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.authenticity.Authenticity;
import uk.gov.datashare.connectors.email.interpretation.ReplyInterpreter;
import uk.gov.datashare.connectors.email.interpretation.TimedInterpreter;
import uk.gov.datashare.connectors.email.reply.DigestReader;
import uk.gov.datashare.connectors.email.reply.ReplyReader;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Topics;

/** Puts stage 5 together. */
@Configuration
class RepliesConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RepliesConfiguration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Longer than any mail takes that a person wrote, by a factor of a thousand. */
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    @Bean
    Subscription mailForReplies() {
        return Subscription.to(RepliesRoutes.INTERPRET, Topics.MAIL_IN);
    }

    /** What the hub has written, so that its own words are known again in a quote. */
    @Bean
    LetterBook letterBook(HubMail hub, ReplyTokens tokens, InstantSource clock) {
        return new LetterBook(new LetterComposer(hub, tokens, clock)::replyAddress, MOST_BYTES);
    }

    /** Nobody waits for it: a mail that comes before it is read is read without it. */
    @Bean
    TopicView lettersWritten(Backbone backbone, LetterBook letterBook) {
        return backbone.view(Topics.MAIL_OUT, letterBook);
    }

    @Bean
    TimedInterpreter interpreter(HubMail hub) {
        return new TimedInterpreter(new ReplyInterpreter(new ReplyReader(hub.domain())), LONGEST);
    }

    @Bean
    SentDigests sentDigests() {
        return new SentDigests();
    }

    /** Read from its beginning by itself: it keeps digests only, and those for as long as letters are kept. */
    @Bean
    TopicView digestsWritten(Backbone backbone, SentDigests sentDigests) {
        return backbone.view(Topics.MAIL_OUT, sentDigests);
    }

    @Bean
    RoutesBuilder repliesRoutes(TimedInterpreter interpreter, LetterBook letterBook, TopicView lettersWritten,
            SentDigests sentDigests, TopicView digestsWritten, Authenticity authenticity, Registry registry,
            ReplyTokens tokens, HubMail hub, InstantSource clock) {
        var sent = new SentLetters(letterBook, lettersWritten::isCaughtUp, registry);
        var commands = new Commands(new Writers(registry), tokens.codes());
        var digests = new DigestReplies(new DigestReader(new ReplyReader(hub.domain())),
                number -> digest(number, sentDigests, digestsWritten), tokens, commands, clock);
        return new RepliesRoutes(new Replies(interpreter, authenticity, sent, commands, digests, clock), clock);
    }

    /** A digest that is not known, before all that were written are, may be among them: its reply waits for that. */
    private static Optional<SentDigests.Digest> digest(String number, SentDigests sent, TopicView written) {
        return sent.of(number).or(() -> {
            try {
                if (!written.awaitCaughtUp(PATIENCE)) {
                    LOG.warn("{} is long, or out of reach: digest {} may be there and is not known",
                            Topics.MAIL_OUT.name(), number);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            return sent.of(number);
        });
    }
}
