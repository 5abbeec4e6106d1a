package uk.gov.datashare.sandbox;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Publisher;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.connectors.registry.RegistryPublisher;
import uk.gov.datashare.contracts.ErrorReport;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.RequestId;
import uk.gov.datashare.contracts.ShareRequest.ExternalRef;
import uk.gov.datashare.contracts.StatusUpdate;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.sandbox.Cast.Playbill;

/** The sandbox at play: publishes the requests, lets approvers look through their mail, tells the story and sums it up. */
final class Sandbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
    private static final long LOOK_MILLIS = 250;
    /** So many looks without news, and everybody only waits. */
    private static final int QUIET_LOOKS = 6;
    private static final int LOOKS_BETWEEN_PROGRESS = 60;

    private final SandboxClock clock;
    private final InstantSource world;
    private final Story story;
    private final Tally tally;
    private final CaseSystem cases;
    private final Postbox postbox;
    private final Playbill playbill;
    private final RegistryPublisher registrations;
    private final Publisher publisher;
    private final TopicView catalogue;
    private final ScheduledExecutorService stage;
    private final Runnable afterwards;
    private final AtomicInteger quietLooks = new AtomicInteger();
    private volatile boolean summedUp;
    private int looks;

    /** What the sandbox needs of the hub around it; {@code afterwards} tells what there is to look at. */
    record Surroundings(Backbone backbone, Publisher publisher, Registry registry, RegistryPublisher registrations,
            EmbeddedMailServer mail, SandboxClock clock, InstantSource world, Story story, String hubDomain,
            Runnable afterwards) {}

    Sandbox(Surroundings hub, Script script, List<RealAgreements.Agreement> agreements) {
        this.clock = hub.clock();
        this.world = hub.world();
        this.story = hub.story();
        this.afterwards = hub.afterwards();
        this.registrations = hub.registrations();
        this.publisher = hub.publisher();
        this.playbill = Cast.of(script, agreements, hub.registry().now());
        this.cases = new CaseSystem(playbill.cases(), script, clock);
        this.tally = new Tally(playbill.cases().stream().map(CaseSystem::reference).toList());
        this.postbox = new Postbox(hub.mail(), hub.registry(), new Approver(script, references(playbill.cases())),
                clock,
                hub.hubDomain());
        this.catalogue = hub.backbone().view(Topics.ARRANGEMENTS, record -> record.key().ifPresent(tally::published));
        this.stage = Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().name("sandbox-", 0).factory());
    }

    static LocalDate today(InstantSource clock) {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Begins to play, once the hub is up. */
    void play() {
        long began = world.millis();
        story.say("Sandbox: " + playbill.cases().size()
                + " requests. Time runs fast here: two hours in a second, a day while nobody has anything to do.");
        playbill.newcomers().forEach(registrations::update);
        publisher.send(cases.firstMessages());
        var _ = stage.scheduleWithFixedDelay(this::lookThrough, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        var _ = stage.scheduleWithFixedDelay(() -> look(began), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What departments hear on their status and errors topics, told and acted upon. */
    List<Outgoing> hear(Received received) {
        quietLooks.set(0);
        if (received.read() instanceof Read.Understood(var envelope)) {
            tell(envelope.type(), envelope.data());
        }
        return cases.hears(received);
    }

    private void tell(String type, byte[] data) {
        if (type.equals(MessageTypes.of(StatusUpdate.class))) {
            var status = MessageJson.read(data, StatusUpdate.class);
            status.externalRef().map(ExternalRef::id).ifPresent(reference -> {
                tally.note(reference, status);
                story.tell(reference, status);
            });
        } else if (type.equals(MessageTypes.of(ErrorReport.class))) {
            story.tell(MessageJson.read(data, ErrorReport.class));
        }
    }

    private void lookThrough() {
        try {
            if (postbox.lookThrough()) {
                quietLooks.set(0);
            }
        } catch (MessagingException | RuntimeException failed) {
            LOG.info("The sandbox's approvers could not look through their mail, and try again: {}", failed.toString());
        }
    }

    private void look(long began) {
        clock.keep();
        if (summedUp) {
            return;
        }
        clock.run(quietLooks.incrementAndGet() > QUIET_LOOKS ? SandboxClock.WAITING : SandboxClock.BUSY);
        if (++looks % LOOKS_BETWEEN_PROGRESS == 0) {
            story.say("-- " + tally.open() + " of " + playbill.cases().size() + " requests are still under way");
        }
        if (tally.complete()) {
            summedUp = true;
            clock.run(SandboxClock.AS_OUTSIDE);
            story.table("All requests have come to their end:", tally.rows((world.millis() - began) / 1000));
            afterwards.run();
        }
    }

    private static Map<String, String> references(List<JsonNode> cases) {
        return cases.stream().collect(Collectors.toMap(request -> RequestId.of(CaseSystem.acquirer(request),
                MessageJson.read(request.path("externalRef"), ExternalRef.class)), CaseSystem::reference));
    }

    @Override
    public void close() {
        stage.shutdownNow();
        catalogue.close();
    }
}
