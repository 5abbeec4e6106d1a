package uk.gov.datashare.mailserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Gives bearer tokens to a program that shows its credentials (RFC 6749 section 4.4), and tells the mail server whose a token is
 * and whether it is good (RFC 7662).
 */
public final class TokenServer implements AutoCloseable {

    private final String client;
    private final String secret;
    private final String mailbox;
    private final HttpServer server;
    private final Map<String, Boolean> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger given = new AtomicInteger();

    /**
     * Starts one with one client.
     *
     * @param client  the client's id
     * @param secret  the client's secret
     * @param mailbox the mailbox that its tokens open
     */
    public TokenServer(String client, String secret, String mailbox) {
        this.client = client;
        this.secret = secret;
        this.mailbox = mailbox;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/token", this::token);
        server.createContext("/introspect", this::introspect);
        server.start();
    }

    /** Where a program asks for a token. */
    public URI tokens() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    /** Where the mail server asks about one. */
    public URI introspection() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/introspect");
    }

    /** A new token, as if the client had asked for it. */
    public String token() {
        String token = "token-" + given.incrementAndGet();
        tokens.put(token, true);
        return token;
    }

    /** How many tokens it has given. */
    public int given() {
        return given.get();
    }

    /** All tokens so far are good no more. */
    public void revoke() {
        tokens.replaceAll((_, _) -> false);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        boolean known = client.equals(form.get("client_id")) && secret.equals(form.get("client_secret"))
                && "client_credentials".equals(form.get("grant_type"));
        answer(exchange, known ? 200 : 401, known
                ? "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"" + token() + "\"}"
                : "{\"error\":\"invalid_client\"}");
    }

    private void introspect(HttpExchange exchange) throws IOException {
        boolean good = tokens.getOrDefault(form(exchange).getOrDefault("token", ""), false);
        answer(exchange, 200, "{\"active\":" + good + ",\"username\":\"" + mailbox + "\"}");
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        return Arrays.stream(body.split("&")).map(pair -> pair.split("=", 2)).filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8), (one, _) -> one));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
