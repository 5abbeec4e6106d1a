package uk.gov.datashare.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.contracts.Topics;

/** The way from a batch that came in to the batch that goes out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeRoutesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2027-03-01T09:00:00Z"));

    @Test
    void a_batch_is_answered_record_by_record_and_sent_on_as_one() throws Exception {
        List<Object> sent = new ArrayList<>();
        try (var camel = new DefaultCamelContext()) {
            camel.addRoutes(
                    new IntakeRoutes(new IntakeCounter(Department.intake(Sample.registry()), new SimpleMeterRegistry()),
                            CLOCK));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:" + Backbone.SEND).process(exchange -> sent.add(exchange.getMessage().getBody()));
                }
            });
            camel.start();
            camel.createFluentProducerTemplate().to("direct:" + IntakeRoutes.RECEIVE)
                    .withBody(IntStream.range(0, 3).mapToObj(IntakeRoutesTest::nonsense).toList()).send();
        }
        assertThat(sent).singleElement()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Outgoing.class))
                .hasSize(3).allSatisfy(one -> assertThat(one.topic()).isEqualTo("datashare.home-office.errors.v1"));
    }

    @Test
    void it_is_subscribed_to_every_requests_topic_and_no_other() {
        Subscription subscription = new IntakeConfiguration().departmentsRequests();
        assertThat(subscription.entry()).isEqualTo(IntakeRoutes.RECEIVE);
        assertThat(subscription.source()).isInstanceOfSatisfying(Subscription.Source.Matching.class, source -> {
            assertThat(source.names().matcher(Topics.requests("home-office").name()).matches()).isTrue();
            assertThat(source.names().matcher(Topics.errors("home-office").name()).matches()).isFalse();
            assertThat(source.names().matcher(Topics.COMMANDS.name()).matches()).isFalse();
        });
    }

    private static Received nonsense(int offset) {
        return new Received(Topics.requests("home-office").name(), 0, offset, CLOCK.instant(), Optional.of("k"),
                Map.of(),
                Optional.of(("nonsense " + offset).getBytes(UTF_8)));
    }
}
