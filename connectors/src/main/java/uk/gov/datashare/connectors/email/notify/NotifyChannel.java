package uk.gov.datashare.connectors.email.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import uk.gov.datashare.connectors.email.LetterChannel;
import uk.gov.datashare.connectors.email.LetterComposer;
import uk.gov.datashare.contracts.Letter;

/**
 * Hands letters to GOV.UK Notify, over its HTTP API. Each bears its letterId as Notify's {@code reference}, by which Notify can
 * be asked for a week whether it has the letter.
 */
public final class NotifyChannel implements LetterChannel {

    /** So long Notify may keep a letter to itself that it has taken: at busy times it stores it a little later. */
    static final Duration SHOWN_WITHIN = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGEST_ANSWER = 256 * 1024;
    /** Notify did not get it to the mail provider, and will not try again. */
    private static final String NOT_HANDED_ON = "technical-failure";

    private final NotifySettings settings;
    private final NotifyKey key;
    private final LetterComposer composer;
    private final InstantSource clock;
    private final HttpClient http;

    private record Answer(int status, JsonNode body) {}

    /** A channel through this service, by a clock that must be within half a minute of Notify's. */
    public NotifyChannel(NotifySettings settings, LetterComposer composer, InstantSource clock) {
        this.settings = requireNonNull(settings);
        this.key = NotifyKey.of(settings.key());
        this.composer = requireNonNull(composer);
        this.clock = requireNonNull(clock);
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    @Override
    public Sending send(Letter letter, String address, Lease lease) {
        byte[] request;
        try {
            request = JsonMapper.shared()
                    .writeValueAsBytes(NotifyLetter.of(letter, address, composer, settings));
        } catch (IllegalArgumentException unwritable) {
            return new Sending.Refused(String.valueOf(unwritable.getMessage()));
        }
        return lease.stands() ? send(request) : new Sending.TryLater("Another hub sends this letter by now");
    }

    private Sending send(byte[] request) {
        try {
            Answer answer = ask(to("/v2/notifications/email").header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(request)));
            return NotifyAnswer.of(answer.status(), answer.body());
        } catch (ConnectException | HttpConnectTimeoutException unreached) {
            return new Sending.TryLater("GOV.UK Notify cannot be reached at " + settings.api());
        } catch (IOException gone) {
            return new Sending.InDoubt("GOV.UK Notify was gone before it answered (" + gone.getClass().getSimpleName()
                    + ")");
        }
    }

    @Override
    public Taken hasTaken(Letter letter, Instant lastTry) {
        try {
            Answer answer = ask(to("/v2/notifications?template_type=email&reference="
                    + URLEncoder.encode(letter.letterId(), UTF_8)).GET());
            if (answer.status() != 200) {
                return Taken.CANNOT_TELL;
            }
            return hasTaken(answer.body().path("notifications"), letter, lastTry);
        } catch (IOException away) {
            return Taken.CANNOT_TELL;
        }
    }

    private Taken hasTaken(JsonNode notifications, Letter letter, Instant lastTry) {
        if (!notifications.isArray()) {
            return Taken.CANNOT_TELL;
        }
        List<String> fates = notifications.valueStream()
                .filter(each -> letter.letterId().equals(each.path("reference").asString("")))
                .map(each -> each.path("status").asString("")).toList();
        if (fates.stream().anyMatch(fate -> !fate.equals(NOT_HANDED_ON))) {
            return Taken.YES;
        }
        return lastTry.plus(SHOWN_WITHIN).isAfter(clock.instant()) ? Taken.CANNOT_TELL : Taken.NO;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(settings.api() + path)).timeout(PATIENCE)
                .header("Authorization", key.authorization(clock.instant())).header("Accept", "application/json");
    }

    private Answer ask(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new Answer(response.statusCode(), NotifyAnswer.json(body.readNBytes(LARGEST_ANSWER)));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("The hub is stopping", stopping);
        }
    }
}
