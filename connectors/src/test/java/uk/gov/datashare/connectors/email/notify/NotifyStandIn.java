package uk.gov.datashare.connectors.email.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** As much of GOV.UK Notify's API as the hub uses, and as strict: signature, service, clock, paths, fields and rate. */
final class NotifyStandIn implements AutoCloseable {

    static final String SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
    static final String SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    static final String TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a";
    static final String REPLY_TO = "8e222534-7f05-4972-86e3-17c5d9f894e2";
    private static final Set<String> FIELDS = Set.of("email_address", "template_id", "personalisation", "reference",
            "email_reply_to_id");

    private final HttpServer server;
    private final InstantSource clock;
    final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    volatile int mostTaken = Integer.MAX_VALUE;
    volatile String fate = "sending";
    volatile Optional<String> trouble = Optional.empty();
    volatile boolean hangsUp;

    NotifyStandIn(InstantSource clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String answer = trouble.or(() -> refusedLogin(exchange))
                .orElseGet(() -> exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath())
                .transform(said -> switch (said) {
                    case "POST /v2/notifications/email" -> email(body);
                    case "GET /v2/notifications" -> list(exchange.getRequestURI().getRawQuery());
                    default ->
                        said.startsWith("POST") || said.startsWith("GET") ? error(404, "NoResultFound", "no") : said;
                });
        if (hangsUp) {
            exchange.close();
            return;
        }
        byte[] bytes = answer.substring(4).getBytes(UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static String error(int status, String error, String message) {
        return status + " {\"status_code\":" + status + ",\"errors\":[{\"error\":\"" + error + "\",\"message\":\""
                + message + "\"}]}";
    }

    private Optional<String> refusedLogin(HttpExchange exchange) {
        String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String[] parts = header.replaceFirst("^Bearer ", "").split("\\.", -1);
        if (!header.startsWith("Bearer ") || parts.length != 3) {
            return Optional.of(error(401, "AuthError", "Unauthorized: authentication token must be provided"));
        }
        JsonNode claims = json(parts[1]);
        if (!json(parts[0]).path("alg").asString().equals("HS256") || !claims.path("iss").asString().equals(SERVICE)
                || !isSigned(parts)) {
            return Optional.of(error(403, "AuthError", "Invalid token: API key not found"));
        }
        boolean now = Math.abs(claims.path("iat").asLong() - clock.instant().getEpochSecond()) <= 30;
        return now
                ? Optional.empty()
                : Optional.of(error(403, "AuthError",
                        "Error: Your system clock must be accurate to within 30 seconds"));
    }

    private static boolean isSigned(String[] parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return MessageDigest.isEqual(mac.doFinal((parts[0] + "." + parts[1]).getBytes(UTF_8)),
                    Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static JsonNode json(String part) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
    }

    private String email(String body) {
        JsonNode request = JsonMapper.shared().readTree(body);
        if (!FIELDS.containsAll(request.propertyNames())) {
            return error(400, "ValidationError", "Additional properties are not allowed");
        }
        if (!request.path("email_address").asString("").matches("[^@\\s]+@[^@\\s]+")) {
            return error(400, "ValidationError", "email_address Not a valid email address");
        }
        if (!request.path("template_id").asString("").equals(TEMPLATE)) {
            return error(400, "BadRequestError", "Template not found");
        }
        if (!request.path("personalisation").has("subject") || !request.path("personalisation").has("body")) {
            return error(400, "BadRequestError", "Missing personalisation: subject, body");
        }
        if (!request.path("email_reply_to_id").asString(REPLY_TO).equals(REPLY_TO)) {
            return error(400, "BadRequestError", "email_reply_to_id does not exist in database for service id");
        }
        if (taken.size() >= mostTaken) {
            return error(429, "RateLimitError",
                    "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds");
        }
        taken.add(request);
        return "201 {\"id\":\"740e5834-3a29-46b4-9a6f-16142fde5" + (100 + taken.size()) + "\"}";
    }

    private String list(String query) {
        String reference = URLDecoder.decode(query.replaceFirst(".*reference=", ""), UTF_8);
        return "200 {\"notifications\":" + taken.stream()
                .filter(each -> each.path("reference").asString().equals(reference))
                .map(_ -> "{\"reference\":\"" + reference + "\",\"status\":\"" + fate + "\"}")
                .collect(Collectors.joining(",", "[", "]")) + ",\"links\":{}}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
