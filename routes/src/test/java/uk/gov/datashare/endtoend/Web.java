package uk.gov.datashare.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP client. */
final class Web {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private Web() {}

    /** Whether the hub at this place says that it takes work. */
    static boolean isReady(Place place) {
        try {
            return get(place.web("/actuator/health/readiness")).statusCode() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    /** The bytes at this address. */
    static byte[] bytes(Place place, String path) {
        try {
            HttpResponse<byte[]> answer = get(place.web(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException away) {
            throw new AssertionError("The hub does not answer at " + path, away);
        }
    }

    /** What is answered to this JSON. */
    static byte[] post(Place place, String path, byte[] json) {
        HttpRequest request = HttpRequest.newBuilder(place.web(path)).timeout(PATIENCE)
                .header("Content-Type", "application/json").header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json)).build();
        try {
            HttpResponse<byte[]> answer = send(request);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException away) {
            throw new AssertionError("The hub does not answer at " + path, away);
        }
    }

    /** All arrangements, page after page. */
    static List<JsonNode> arrangements(Place place) {
        List<JsonNode> arrangements = new ArrayList<>();
        String path = "/arrangements?limit=3";
        while (!path.isEmpty()) {
            JsonNode page = JsonMapper.shared().readTree(bytes(place, path));
            page.path("arrangements").forEach(arrangements::add);
            path = page.path("next").asString("");
        }
        return arrangements;
    }

    private static HttpResponse<byte[]> get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).timeout(PATIENCE).build());
    }

    private static HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
