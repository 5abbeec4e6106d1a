package uk.gov.datashare.connectors.email.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A token endpoint that looks closely: grant, client, secret, scope, and the signature and claims of an assertion. */
public final class TokenEndpoint implements AutoCloseable {

    public static final String CLIENT = "hub-client";
    public static final String SECRET = "s3cret/+=&";
    public static final String SCOPE = "https://mail.example.invalid/.default";

    private final HttpServer server;
    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private volatile PublicKey accountKey;
    private volatile String trouble = "";
    private volatile String expiresIn = "3600";
    final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

    public TokenEndpoint(PublicKey accountKey) throws IOException {
        this.accountKey = accountKey;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::answer);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    /** Whether a mail server may take this token. */
    public boolean isValid(String token) {
        return valid.contains(token);
    }

    /** No token that was given so far is good any more. */
    public void revokeAll() {
        valid.clear();
    }

    public int timesAsked() {
        return asked.size();
    }

    /** From now on this is the answer, a status and a body; empty for the usual. */
    void answerWith(String statusAndBody) {
        trouble = statusAndBody;
    }

    /** As it stands in the JSON. */
    void expireIn(String seconds) {
        expiresIn = seconds;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = Arrays
                .stream(new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
        asked.add(form);
        String answer = trouble.isEmpty() ? judged(form) : trouble;
        byte[] body = answer.substring(4).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String judged(Map<String, String> form) {
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" ->
                !CLIENT.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))
                        ? "401 {\"error\":\"invalid_client\",\"error_description\":\"Invalid client secret provided: "
                                + form.getOrDefault("client_secret", "").replace("\"", "") + "\"}"
                        : SCOPE.equals(form.get("scope")) ? given() : "400 {\"error\":\"invalid_scope\"}";
            case "urn:ietf:params:oauth:grant-type:jwt-bearer" ->
                isGood(form.getOrDefault("assertion", "")) ? given() : "400 {\"error\":\"invalid_grant\"}";
            default -> "400 {\"error\":\"unsupported_grant_type\"}";
        };
    }

    private String given() {
        String token = "token-" + asked.size();
        valid.add(token);
        return "200 {\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + expiresIn + "}";
    }

    private boolean isGood(String assertion) {
        String[] parts = assertion.split("\\.", -1);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(accountKey);
            signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
            JsonNode header = json(parts[0]);
            JsonNode claims = json(parts[1]);
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && header.path("alg").asString().equals("RS256") && header.path("kid").asString().equals("key-1")
                    && claims.path("iss").asString().equals("hub@accounts.example.invalid")
                    && claims.path("sub").asString().equals("approvals@hub.example.invalid")
                    && claims.path("aud").asString().equals(uri().toString())
                    && claims.path("scope").asString().equals(SCOPE)
                    && claims.path("exp").asLong() - claims.path("iat").asLong() == 300;
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    private static JsonNode json(String part) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
