package uk.gov.datashare.status;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static uk.gov.datashare.cases.SampleEvents.envelope;
import static uk.gov.datashare.cases.SampleEvents.recorded;
import static uk.gov.datashare.cases.SampleEvents.sample;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.BackboneSettings;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Publisher;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.RequestTriaged;
import uk.gov.datashare.contracts.ShareEvent.RequestWithdrawn;
import uk.gov.datashare.contracts.StatusUpdate;
import uk.gov.datashare.contracts.Topics;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatusOnTheBackboneTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ONE = "DSR-0000-0000-0001";
    private static final String TWO = "DSR-0000-0000-0002";

    /** Something that runs until it is closed. */
    private interface Running extends AutoCloseable {
        @Override
        void close();
    }

    @TempDir
    static Path folder;
    private static Backbone backbone;

    @BeforeAll
    static void open() {
        backbone = Backbone.open(BackboneSettings.embedded(folder));
        backbone.topics().provide(Topics.central());
        backbone.topics().provide(Topics.of("ordnance-survey"));
    }

    @AfterAll
    static void close() {
        backbone.close();
    }

    @Test
    void parties_hear_every_step_as_of_that_step_also_across_a_restart_of_the_stage() throws Exception {
        List<StatusUpdate> heard = new CopyOnWriteArrayList<>();
        try (Publisher publisher = backbone.publisher();
                TopicView _ = backbone.view(Topics.status("ordnance-survey"), record -> heard.add(
                        MessageJson.read(record.value().orElseThrow(), StatusUpdate.class)))) {
            try (Running _ = stage()) {
                happened(publisher, recorded(ONE, 1, submitted()), recorded(TWO, 1, submitted()));
                await().atMost(SOON).until(() -> heard.size() == 2);
            }
            happened(publisher, recorded(ONE, 2, new RequestTriaged()), recorded(TWO, 2, new RequestWithdrawn("No.")),
                    recorded(ONE, 3, new RequestWithdrawn("Not needed.")));
            try (Running _ = stage()) {
                await().atMost(SOON).until(() -> heard.size() == 5);
            }
        }
        assertThat(heard).filteredOn(update -> update.requestId().equals(ONE)).extracting(StatusUpdate::state)
                .containsExactly(StatusUpdate.State.TRIAGE, StatusUpdate.State.APPROVING, StatusUpdate.State.WITHDRAWN);
        assertThat(heard).filteredOn(update -> update.requestId().equals(ONE)).last()
                .extracting(StatusUpdate::headline, StatusUpdate::detail)
                .containsExactly("Department for Transport has withdrawn the request.", Optional.of("Not needed."));
    }

    private static Running stage() throws Exception {
        CamelContext camel = new DefaultCamelContext();
        camel.addRoutes(requireNonNull(backbone).routes(List.of(Subscription.to(StatusRoutes.TELL, Topics.EVENTS))));
        camel.addRoutes(new StatusRoutes(backbone.history(Topics.EVENTS)::read, InstantSource.system()));
        camel.start();
        return camel::stop;
    }

    private static void happened(Publisher publisher, RecordedEvent... events) {
        publisher.send(List.of(events).stream().map(event -> Outgoing.event(Topics.EVENTS, event.requestId(),
                envelope(event).map(MessageJson::write))).toList());
    }

    private static ShareEvent submitted() {
        return sample("request.submitted").event();
    }
}
