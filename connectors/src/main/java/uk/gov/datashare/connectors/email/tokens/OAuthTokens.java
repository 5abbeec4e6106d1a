package uk.gov.datashare.connectors.email.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access tokens of one grant: each is kept until shortly before it expires, and then fetched anew. Any number of threads may
 * ask; one of them fetches.
 */
public final class OAuthTokens {

    private static final Logger LOG = LoggerFactory.getLogger(OAuthTokens.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** An endpoint that refuses is not pressed: it may lock the account. */
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(5);
    private static final int LARGEST_ANSWER = 64 * 1024;

    private record Failure(NoToken reason, Instant at) {}

    private final Grant grant;
    private final InstantSource clock;
    private final HttpClient http;
    private Optional<AccessToken> kept = Optional.empty();
    private Optional<Failure> failed = Optional.empty();

    /** Tokens of this grant, by this clock; the endpoint's own clock must not be more than a minute away from it. */
    public OAuthTokens(Grant grant, InstantSource clock) {
        this.grant = requireNonNull(grant);
        this.clock = requireNonNull(clock);
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /**
     * A token that is good for a while.
     *
     * @throws NoToken when the endpoint gives none, and again for some seconds after that
     */
    public synchronized String token() throws NoToken {
        Instant now = clock.instant();
        Optional<AccessToken> good = kept.filter(token -> token.goodUntil().isAfter(now));
        if (good.isPresent()) {
            return good.get().value();
        }
        Optional<Failure> fresh = failed.filter(failure -> failure.at().plus(BETWEEN_FAILURES).isAfter(now));
        if (fresh.isPresent()) {
            throw fresh.get().reason();
        }
        try {
            AccessToken fetched = fetch(now);
            kept = Optional.of(fetched);
            failed = Optional.empty();
            LOG.info("An access token was fetched for {}; it is used until {}", grant, fetched.goodUntil());
            return fetched.value();
        } catch (NoToken reason) {
            failed = Optional.of(new Failure(reason, now));
            throw reason;
        }
    }

    /** The mail server did not take the token that it was shown: the next one is fetched anew. */
    public synchronized void forget() {
        kept = Optional.empty();
    }

    private AccessToken fetch(Instant now) throws NoToken {
        HttpRequest request = HttpRequest.newBuilder(grant.endpoint()).timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded").header("Accept", "application/json")
                .POST(BodyPublishers.ofString(encoded(grant.form(now)))).build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return TokenAnswer.read(grant, response.statusCode(), body.readNBytes(LARGEST_ANSWER), now);
            }
        } catch (NoToken reason) {
            throw reason;
        } catch (IOException away) {
            throw NoToken.now("The token endpoint " + grant.endpoint() + " cannot be reached ("
                    + away.getClass().getSimpleName() + "): the hub asks again when it next needs a token");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw NoToken.now("Interrupted while waiting for the token endpoint " + grant.endpoint());
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
    }

    /** The grant, without what is secret. */
    @Override
    public String toString() {
        return "OAuthTokens[" + grant + "]";
    }
}
