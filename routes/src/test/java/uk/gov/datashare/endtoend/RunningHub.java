package uk.gov.datashare.endtoend;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import uk.gov.datashare.HubApplication;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.connectors.email.embedded.MailServers;
import uk.gov.datashare.connectors.registry.RegistryPublisher;
import uk.gov.datashare.connectors.registry.RegistryView;

/** The real application in the test's own process. */
final class RunningHub implements AutoCloseable {

    private static final List<String> QUIET = List.of("--logging.level.root=warn",
            "--logging.level.uk.gov.datashare=warn");

    private final Place place;
    private final ConfigurableApplicationContext application;

    private RunningHub(Place place, ConfigurableApplicationContext application) {
        this.place = place;
        this.application = application;
    }

    /** Starts a hub with nothing configured but its place, and waits until it takes work. */
    static RunningHub at(Place place) {
        return at(place, List.of());
    }

    /** The same with these settings as well. */
    static RunningHub at(Place place, List<String> more) {
        String[] settings = Stream.of(place.settings(), QUIET, more).flatMap(List::stream).toArray(String[]::new);
        var hub = new RunningHub(place, new SpringApplicationBuilder(HubApplication.class).run(settings));
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> Web.isReady(place));
            return hub;
        } catch (RuntimeException notReady) {
            hub.close();
            throw notReady;
        }
    }

    Place place() {
        return place;
    }

    /** The mail server in it. */
    EmbeddedMailServer mail() {
        return application.getBean(MailServers.class).embedded().orElseThrow();
    }

    /** Who is who, as it has read it. */
    RegistryView registry() {
        return application.getBean(RegistryView.class);
    }

    /** How its registry is changed. */
    RegistryPublisher registrations() {
        return application.getBean(RegistryPublisher.class);
    }

    /** Stops it as an operator would. */
    @Override
    public void close() {
        application.close();
    }
}
