package uk.gov.datashare.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import uk.gov.datashare.HubApplication;
import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.connectors.email.embedded.MailServers;

/** The real application with its own broker and mail server, and with a clock that is set by hand. */
record WholeHub(ConfigurableApplicationContext application) implements AutoCloseable {

    private static final String KEY = Base64.getEncoder()
            .encodeToString("a key for this journey, no other".getBytes(US_ASCII));

    static WholeHub in(Path dataFolder, InstantSource clock) {
        return new WholeHub(new SpringApplicationBuilder(HubApplication.class)
                .initializers((GenericApplicationContext hub) -> hub.registerBean("journeyClock", InstantSource.class,
                        () -> clock, bean -> bean.setPrimary(true)))
                .run("--hub.data-folder=" + dataFolder, "--hub.key=" + KEY, "--server.port=0",
                        "--logging.level.root=warn"));
    }

    /** Where anybody with a Kafka client finds its topics. */
    String bootstrapServers() {
        return application.getBean(Backbone.class).connection().bootstrapServers();
    }

    /** Where anybody with a mail program finds their letters. */
    EmbeddedMailServer mail() {
        return application.getBean(MailServers.class).embedded().orElseThrow();
    }

    /** What anybody with a browser gets from it. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI
                .create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build(),
                    BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
