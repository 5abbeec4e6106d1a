package uk.gov.datashare.approval;

import java.time.InstantSource;

import org.apache.camel.RoutesBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.HubSettings.Mail.Marking;
import uk.gov.datashare.cases.CaseHistory;
import uk.gov.datashare.cases.Follower;
import uk.gov.datashare.connectors.backbone.Stage;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.email.LetterSender;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.process.ApprovalsByMail;

/** Puts stage 4 together. */
@Configuration
class ApprovalConfiguration {

    private static final int AT_A_TIME = 8;

    @Bean
    Subscription eventsForLetters() {
        return Subscription.to(ApprovalRoutes.WRITE, Topics.EVENTS);
    }

    /** A mail that has left cannot be called back, so few are under way at a time: so many go twice when a hub is killed. */
    @Bean
    Subscription lettersToSend() {
        return Subscription.to(ApprovalRoutes.SEND, Topics.MAIL_OUT).withMaxBatch(AT_A_TIME);
    }

    @Bean
    RoutesBuilder approvalRoutes(Marking contentUpTo, ApprovalsByMail byMail, CaseHistory history, Registry registry,
            LetterSender sender,
            ReplyTokens tokens,
            InstantSource clock) {
        var approval = new Approval(new Letters(new LetterWriter(new Stationery(),
                contentUpTo == Marking.OFFICIAL_SENSITIVE, byMail)), registry, clock);
        var postOffice = new PostOffice(sender::send, registry, new Returns(tokens, clock), clock);
        return new ApprovalRoutes(
                new Follower<>(history, new CaseFiles()).stage(ApprovalRoutes.WRITE, clock, approval::write),
                Stage.whole(postOffice::send));
    }
}
