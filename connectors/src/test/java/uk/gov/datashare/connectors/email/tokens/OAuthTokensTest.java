package uk.gov.datashare.connectors.email.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OAuthTokensTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-01-04T10:00:00Z"));
    private final InstantSource clock = now::get;
    private KeyPair key;
    private TokenEndpoint endpoint;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
        endpoint = new TokenEndpoint(key.getPublic());
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private OAuthTokens tokens(String secret) {
        return new OAuthTokens(new Grant.ClientCredentials(endpoint.uri(), TokenEndpoint.CLIENT, secret,
                TokenEndpoint.SCOPE), clock);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Test
    void a_token_is_fetched_once_and_anew_shortly_before_it_ends() throws Exception {
        OAuthTokens tokens = tokens(TokenEndpoint.SECRET);
        assertThat(tokens.token()).isEqualTo("token-1").isEqualTo(tokens.token());
        pass(Duration.ofMinutes(54));
        assertThat(tokens.token()).isEqualTo("token-1");
        pass(Duration.ofMinutes(2));
        assertThat(tokens.token()).isEqualTo("token-2");
        assertThat(endpoint.timesAsked()).isEqualTo(2);
    }

    @Test
    void a_lifetime_may_be_short_and_may_be_written_as_text() throws Exception {
        endpoint.expireIn("\"10\"");
        OAuthTokens tokens = tokens(TokenEndpoint.SECRET);
        assertThat(tokens.token()).isEqualTo("token-1");
        pass(Duration.ofSeconds(7));
        assertThat(tokens.token()).isEqualTo("token-1");
        pass(Duration.ofSeconds(2));
        assertThat(tokens.token()).isEqualTo("token-2");
    }

    @Test
    void a_token_that_a_mail_server_did_not_take_is_not_shown_again() throws Exception {
        OAuthTokens tokens = tokens(TokenEndpoint.SECRET);
        assertThat(tokens.token()).isEqualTo("token-1");
        tokens.forget();
        assertThat(tokens.token()).isEqualTo("token-2");
    }

    @Test
    void a_wrong_secret_is_refused_in_words_that_do_not_show_it_and_is_not_pressed() {
        OAuthTokens tokens = tokens("wrong-secret");
        assertThatExceptionOfType(NoToken.class).isThrownBy(tokens::token)
                .withMessageContainingAll(endpoint.uri().toString(), "refuses this hub", "invalid_client",
                        "hub.mail.oauth")
                .satisfies(reason -> assertThat(reason.isRefusal()).isTrue())
                .satisfies(reason -> assertThat(reason.getMessage()).doesNotContain("wrong-secret"));
        assertThatExceptionOfType(NoToken.class).isThrownBy(tokens::token);
        assertThat(endpoint.timesAsked()).isEqualTo(1);
        pass(Duration.ofSeconds(6));
        assertThatExceptionOfType(NoToken.class).isThrownBy(tokens::token);
        assertThat(endpoint.timesAsked()).isEqualTo(2);
    }

    @Test
    void an_endpoint_in_trouble_is_asked_again_later() throws Exception {
        OAuthTokens tokens = tokens(TokenEndpoint.SECRET);
        endpoint.answerWith("503 {\"error\":\"temporarily_unavailable\"}");
        assertThatExceptionOfType(NoToken.class).isThrownBy(tokens::token)
                .satisfies(reason -> assertThat(reason.isRefusal()).isFalse());
        endpoint.answerWith("");
        pass(Duration.ofSeconds(6));
        assertThat(tokens.token()).isNotEmpty();
    }

    @Test
    void an_endpoint_that_is_not_there_is_named() {
        endpoint.close();
        assertThatExceptionOfType(NoToken.class).isThrownBy(tokens(TokenEndpoint.SECRET)::token)
                .withMessageContaining(endpoint.uri().toString())
                .satisfies(reason -> assertThat(reason.isRefusal()).isFalse());
    }

    @Test
    void an_answer_that_is_no_token_is_not_shown_to_anybody() {
        for (String answer : new String[]{"200 not json", "200 {}", "200 []", "200 {\"access_token\":\"x\"}",
                "200 {\"access_token\":\"a\\u0001b\",\"token_type\":\"Bearer\"}",
                "200 {\"access_token\":\"a b\",\"token_type\":\"Bearer\"}",
                "200 {\"access_token\":\"x\",\"token_type\":\"mac\"}", "302 {}"}) {
            endpoint.answerWith(answer);
            assertThatExceptionOfType(NoToken.class).as(answer).isThrownBy(tokens(TokenEndpoint.SECRET)::token);
        }
    }

    private Path accountFile(String privateKey) throws Exception {
        Path file = folder.resolve("account.json");
        Files.writeString(file, JsonMapper.shared().writeValueAsString(Map.of("type", "service_account",
                "client_email", "hub@accounts.example.invalid", "private_key_id", "key-1", "private_key", privateKey,
                "token_uri", endpoint.uri().toString())), UTF_8);
        return file;
    }

    private String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Test
    void a_service_account_signs_for_the_owner_of_the_mailbox() throws Exception {
        Grant grant = ServiceAccountFile.read(accountFile(pem()), "approvals@hub.example.invalid",
                TokenEndpoint.SCOPE);
        assertThat(new OAuthTokens(grant, clock).token()).isEqualTo("token-1");
        Grant another = ServiceAccountFile.read(accountFile(pem()), "else@hub.example.invalid", TokenEndpoint.SCOPE);
        assertThatExceptionOfType(NoToken.class).isThrownBy(() -> new OAuthTokens(another, clock).token())
                .withMessageContaining("invalid_grant");
    }

    @Test
    void a_file_without_a_usable_key_is_named_and_not_quoted() throws Exception {
        Path file = accountFile("no key at all");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceAccountFile.read(file, "approvals@hub.example.invalid", "x"))
                .withMessageContaining(file.toString())
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("no key at all"));
    }

    @Test
    void secrets_are_shown_nowhere() throws Exception {
        OAuthTokens tokens = tokens(TokenEndpoint.SECRET);
        tokens.token();
        assertThat(tokens.toString()).contains(TokenEndpoint.CLIENT).doesNotContain(TokenEndpoint.SECRET, "token-1");
        Grant account = ServiceAccountFile.read(accountFile(pem()), "approvals@hub.example.invalid", "x");
        assertThat(account.toString()).doesNotContain("PRIVATE", "RSA");
    }

    @Test
    void secrets_are_sent_encrypted_or_not_at_all() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Grant.ClientCredentials(
                URI.create("http://login.example.invalid/token"), "c", "s", "x")).withMessageContaining("https");
        assertThatIllegalArgumentException().isThrownBy(() -> Grant.endpoint("not an address"));
    }
}
