package uk.gov.datashare.connectors.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.email.OAuthMailServer;
import uk.gov.datashare.connectors.email.tokens.Grant;
import uk.gov.datashare.connectors.email.tokens.OAuthTokens;
import uk.gov.datashare.connectors.email.tokens.TokenEndpoint;

/** Reading a mailbox by access tokens, from a server that takes nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class XOAuth2Test {

    private static final String USER = "approvals@hub.example.invalid";
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private TokenEndpoint endpoint;
    private OAuthMailServer server;
    private DefaultCamelContext camel;

    @BeforeEach
    void start() throws Exception {
        endpoint = new TokenEndpoint(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic());
        server = new OAuthMailServer(USER, endpoint::isValid);
        camel = new DefaultCamelContext();
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        server.close();
        endpoint.close();
    }

    private Mailbox mailbox(String secret) throws Exception {
        var tokens = new OAuthTokens(new Grant.ClientCredentials(endpoint.uri(), TokenEndpoint.CLIENT, secret,
                TokenEndpoint.SCOPE), InstantSource.system());
        var settings = new ImapSettings("127.0.0.1", server.imapPort(), false, USER, "", ImapSettings.INBOX,
                Duration.ofMillis(50)).with(tokens);
        var mailbox = Mailbox.of(settings, "hub.example.invalid", InstantSource.system(), Optional.empty());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + Backbone.SEND).log("sent");
            }
        });
        camel.addRoutes(new MailboxRoutes(List.of(mailbox)));
        camel.start();
        return mailbox;
    }

    @Test
    void a_mailbox_is_read_by_a_token_that_stands_in_no_address() throws Exception {
        Mailbox mailbox = mailbox(TokenEndpoint.SECRET);
        await().atMost(A_WHILE).until(() -> mailbox.state().lastLook().isPresent());
        assertThat(server.accepted).contains("token-1");
        assertThat(server.faults).isEmpty();
        assertThat(camel.getEndpoints()).noneMatch(each -> each.getEndpointUri().contains("token-1")
                || each.getEndpointUri().contains(TokenEndpoint.SECRET));
    }

    @Test
    void a_token_that_the_server_takes_no_more_is_fetched_anew() throws Exception {
        Mailbox mailbox = mailbox(TokenEndpoint.SECRET);
        await().atMost(A_WHILE).until(() -> mailbox.state().lastLook().isPresent());
        endpoint.revokeAll();
        server.hangUp();
        await().atMost(A_WHILE).until(() -> server.accepted.contains("token-2"));
        assertThat(server.refused).contains("token-1");
        assertThat(server.faults).isEmpty();
    }

    @Test
    void with_a_wrong_secret_nothing_is_read_and_nobody_is_pressed() throws Exception {
        Mailbox mailbox = mailbox("wrong");
        await().atMost(A_WHILE).until(() -> endpoint.timesAsked() > 0);
        await().during(Duration.ofSeconds(1)).atMost(A_WHILE).until(() -> endpoint.timesAsked() == 1);
        assertThat(mailbox.state().lastLook()).isEmpty();
        assertThat(server.accepted).isEmpty();
    }
}
