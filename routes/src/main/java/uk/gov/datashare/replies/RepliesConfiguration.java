package uk.gov.datashare.replies;

import java.time.InstantSource;

import org.apache.camel.RoutesBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.authenticity.Authenticity;
import uk.gov.datashare.connectors.email.reply.ReplyReader;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Topics;

/** Puts stage 5 together. */
@Configuration
class RepliesConfiguration {

    @Bean
    Subscription mailForReplies() {
        return Subscription.to(RepliesRoutes.INTERPRET, Topics.MAIL_IN);
    }

    @Bean
    RoutesBuilder repliesRoutes(HubMail hub, Authenticity authenticity, Registry registry,
            ReplyTokens tokens, InstantSource clock) {
        var commands = new Commands(new Writers(registry), tokens.codes());
        return new RepliesRoutes(new Replies(new ReplyReader(hub.domain()), authenticity, commands, clock), clock);
    }
}
