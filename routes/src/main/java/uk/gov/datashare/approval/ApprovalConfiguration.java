package uk.gov.datashare.approval;

import java.time.InstantSource;

import org.apache.camel.RoutesBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.cases.CaseHistory;
import uk.gov.datashare.cases.Follower;
import uk.gov.datashare.connectors.backbone.Stage;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.email.LetterSender;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Topics;

/** Puts stage 4 together. */
@Configuration
class ApprovalConfiguration {

    @Bean
    Subscription eventsForLetters() {
        return Subscription.to(ApprovalRoutes.WRITE, Topics.EVENTS);
    }

    /** A mail that has left cannot be called back, so each is taken as done before the next is begun. */
    @Bean
    Subscription lettersToSend() {
        return Subscription.to(ApprovalRoutes.SEND, Topics.MAIL_OUT).oneAtATime();
    }

    @Bean
    RoutesBuilder approvalRoutes(CaseHistory history, Registry registry, LetterSender sender, ReplyTokens tokens,
            InstantSource clock) {
        var approval = new Approval(new Letters(new LetterWriter(new Stationery())), registry, clock);
        var postOffice = new PostOffice(sender::send, registry, new Returns(tokens, clock), clock);
        return new ApprovalRoutes(
                new Follower<>(history, new CaseFiles()).stage(ApprovalRoutes.WRITE, clock, approval::write),
                Stage.whole(postOffice::send));
    }
}
