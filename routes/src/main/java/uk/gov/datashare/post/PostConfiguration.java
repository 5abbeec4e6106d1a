package uk.gov.datashare.post;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.RoutesBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Stage;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.email.LetterChannel;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Topics;

/** Puts the post office together. */
@Configuration
class PostConfiguration {

    /** The name from before there was a second lane: under it the group remembers which letters have been sent. */
    private static final String SENT_BY = "approval.send-letter";

    /** The desks of both lanes, each of which knows what its lane has in hand. */
    record Desks(Fates fates, Desk sending, Desk sendingAgain) {}

    @Bean
    Desks desks(InstantSource clock) {
        var fates = new Fates();
        return new Desks(fates, new Desk(fates, clock, System::nanoTime), new Desk(fates, clock, System::nanoTime));
    }

    @Bean
    Subscription lettersToSend(Desks desks) {
        return new Subscription(SENT_BY, new Subscription.Source.Named(Set.of(Topics.MAIL_OUT.name())), PostRoutes.SEND,
                Desk.UNDER_WAY, Desk.SESSION, desks.sending());
    }

    @Bean
    Subscription lettersToSendAgain(Desks desks) {
        return Subscription.to(PostRoutes.SEND_AGAIN, Topics.MAIL_AGAIN).withMaxBatch(Desk.UNDER_WAY)
                .givenUpAfter(Desk.SESSION, desks.sendingAgain());
    }

    @Bean
    WaitingRoom waitingRoom(InstantSource clock) {
        return new WaitingRoom(clock);
    }

    @Bean
    TopicView waitingTopic(Backbone backbone, WaitingRoom room) {
        return backbone.view(Topics.MAIL_WAITING, room::take);
    }

    @Bean
    Breaker breaker(InstantSource clock) {
        return new Breaker(clock);
    }

    @Bean
    MailOutHealth mailOutHealthIndicator(Breaker breaker, WaitingRoom room, InstantSource clock) {
        return new MailOutHealth(breaker, room, clock);
    }

    @Bean
    RoutesBuilder postRoutes(LetterChannel channel, Registry registry, Desks desks, WaitingRoom room, Breaker breaker,
            TopicView waitingTopic, ReplyTokens tokens, ObjectProvider<MeterRegistry> registered, InstantSource clock) {
        MeterRegistry meters = registered.getIfAvailable(SimpleMeterRegistry::new);
        meters.gauge("hub.post.waiting", List.of(), room, WaitingRoom::size);
        meters.gauge("hub.mail.waiting.oldest.age.seconds", List.of(), room, each -> each.oldest()
                .map(written -> Duration.between(written, clock.instant()).toMillis() / 1000.0).orElse(0.0));
        var office = new Clerk.Office(channel, desks.fates(), room, breaker, new Domains(clock),
                new Returns(tokens, clock), new PostJournal(meters), clock);
        var sending = new PostOffice(Lane.NEW, office, desks.sending(), registry, waitingTopic::isCaughtUp);
        var again = new PostOffice(Lane.AGAIN, office, desks.sendingAgain(), registry, waitingTopic::isCaughtUp);
        return new PostRoutes(Stage.whole(sending::send), Stage.whole(again::send), room);
    }
}
