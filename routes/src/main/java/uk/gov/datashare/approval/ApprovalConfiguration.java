package uk.gov.datashare.approval;

import java.time.InstantSource;

import org.apache.camel.RoutesBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.HubSettings.Mail.Marking;
import uk.gov.datashare.cases.CaseHistory;
import uk.gov.datashare.cases.Follower;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.process.ApprovalsByMail;

/** Puts stage 4 together. */
@Configuration
class ApprovalConfiguration {

    @Bean
    Subscription eventsForLetters() {
        return Subscription.to(ApprovalRoutes.WRITE, Topics.EVENTS);
    }

    @Bean
    RoutesBuilder approvalRoutes(Marking contentUpTo, ApprovalsByMail byMail, CaseHistory history, Registry registry,
            InstantSource clock) {
        var stationery = new Stationery();
        var writer = new LetterWriter(stationery, contentUpTo == Marking.OFFICIAL_SENSITIVE, byMail);
        var approval = new Approval(new Letters(writer), new DigestNotes(writer, stationery), registry, clock);
        return new ApprovalRoutes(
                new Follower<>(history, new CaseFiles()).stage(ApprovalRoutes.WRITE, clock, approval::write));
    }
}
