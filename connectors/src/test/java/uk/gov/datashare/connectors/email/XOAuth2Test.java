package uk.gov.datashare.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.email.LetterChannel.Sending;
import uk.gov.datashare.connectors.email.LetterChannel.Taken;
import uk.gov.datashare.connectors.email.archive.ArchiveMailbox;
import uk.gov.datashare.connectors.email.archive.ArchiveSettings;
import uk.gov.datashare.connectors.email.mailbox.ImapSettings;
import uk.gov.datashare.connectors.email.tokens.Grant;
import uk.gov.datashare.connectors.email.tokens.OAuthTokens;
import uk.gov.datashare.connectors.email.tokens.TokenEndpoint;

/** Handing letters in by access tokens, at a server that takes nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class XOAuth2Test {

    private static final String USER = "approvals@hub.example.invalid";

    private final InstantSource clock = InstantSource.fixed(Instant.parse("2027-01-04T10:00:00Z"));
    private TokenEndpoint endpoint;
    private OAuthMailServer server;

    @BeforeEach
    void start() throws Exception {
        endpoint = new TokenEndpoint(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic());
        server = new OAuthMailServer(USER, endpoint::isValid);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        endpoint.close();
    }

    private LetterSender sender(String secret) {
        var tokens = new OAuthTokens(
                new Grant.ClientCredentials(endpoint.uri(), TokenEndpoint.CLIENT, secret, TokenEndpoint.SCOPE), clock);
        var settings = new SmtpSettings("127.0.0.1", server.smtpPort(), Optional.of(USER), Optional.empty(), false)
                .with(tokens);
        return new LetterSender(settings, Letters.composer(), Archive.NONE, clock);
    }

    @Test
    void a_letter_goes_out_by_a_token() {
        try (var sender = sender(TokenEndpoint.SECRET)) {
            assertThat(send(sender)).isInstanceOf(Sending.Accepted.class);
        }
        assertThat(server.accepted).containsExactly("token-1");
        assertThat(server.faults).isEmpty();
    }

    @Test
    void a_token_that_is_taken_no_more_puts_letters_off_until_the_next_one() throws Exception {
        try (var sender = sender(TokenEndpoint.SECRET)) {
            assertThat(send(sender)).isInstanceOf(Sending.Accepted.class);
            endpoint.revokeAll();
            server.hangUp();
            List<Sending> tries = Stream.generate(() -> send(sender)).limit(3).toList();
            assertThat(tries).last().isInstanceOf(Sending.Accepted.class);
            assertThat(tries).anyMatch(Sending.TryLater.class::isInstance);
        }
        assertThat(server.refused).containsExactly("token-1");
        assertThat(server.accepted).containsExactly("token-1", "token-2");
        assertThat(server.faults).isEmpty();
    }

    @Test
    void a_wrong_secret_puts_letters_off_in_words_that_do_not_show_it() {
        try (var sender = sender("wrong-secret")) {
            assertThat(send(sender)).isInstanceOfSatisfying(Sending.TryLater.class, later -> assertThat(later.because())
                    .contains("refuses this hub", "invalid_client").doesNotContain("wrong-secret"));
        }
        assertThat(server.accepted).isEmpty();
        assertThat(server.refused).isEmpty();
    }

    private static Sending send(LetterSender sender) {
        return sender.send(Letters.task("case/T7/task"), Letters.JO);
    }

    @Test
    void the_archive_is_searched_by_a_token() {
        var tokens = new OAuthTokens(new Grant.ClientCredentials(endpoint.uri(), TokenEndpoint.CLIENT,
                TokenEndpoint.SECRET, TokenEndpoint.SCOPE), clock);
        var mailbox = new ImapSettings("127.0.0.1", server.imapPort(), false, USER, "", ImapSettings.INBOX,
                Duration.ofSeconds(1)).with(tokens);
        var settings = new ArchiveSettings(USER, mailbox, Duration.ZERO, ArchiveSettings.USUALLY_KEPT);
        try (var archive = new ArchiveMailbox(settings, "hub.example.invalid", clock)) {
            assertThat(archive.holds("<letter@hub.example.invalid>", clock.instant())).isEqualTo(Taken.NO);
        }
        assertThat(server.accepted).containsExactly("token-1");
        assertThat(server.faults).isEmpty();
    }
}
