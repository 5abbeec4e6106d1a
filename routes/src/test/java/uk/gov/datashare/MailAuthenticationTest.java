package uk.gov.datashare;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import uk.gov.datashare.connectors.email.authenticity.Authenticity.Verdict;
import uk.gov.datashare.contracts.Evidence.Assurance;

/** Whose word the hub takes, by its settings; nobody's, unless somebody has said so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailAuthenticationTest {

    private static final byte[] MAIL = """
            Authentication-Results: mx.hub.example; dkim=pass header.d=dept.example
            Received: from mail.dept.example by mx.hub.example; today
            From: kim@team.dept.example

            Approve
            """.replace("\n", "\r\n").getBytes(US_ASCII);

    private static Verdict judged(boolean embedded, Map<String, String> settings) {
        var all = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> all.put("hub.mail.authentication." + name, value));
        return new Binder(all).bindOrCreate("hub.mail.authentication", MailAuthentication.class)
                .authenticity(embedded, (_, domain) -> domain.equals("dept.example")).judge(MAIL);
    }

    @Test
    void the_mail_server_in_this_process_is_believed_and_the_evidence_says_so() {
        assertThat(judged(true, Map.of())).isEqualTo(Verdict.of(Assurance.HIGH, "none; dkim2=none; mode=embedded"));
    }

    @Test
    void mail_servers_elsewhere_are_not_believed_until_somebody_says_how() {
        assertThatIllegalStateException().isThrownBy(() -> judged(false, Map.of()))
                .withMessageContaining("Set hub.mail.authentication.mode");
        assertThat(judged(false, Map.of("mode", "none-trusted")))
                .isEqualTo(Verdict.of(Assurance.HIGH, "none; dkim2=none; mode=none-trusted"));
    }

    @Test
    void a_server_is_known_by_its_name_or_by_its_place() {
        assertThat(judged(false, Map.of("mode", "authserv-id", "authserv-id", "mx.hub.example", "dkim-keys", "none")))
                .isEqualTo(Verdict.of(Assurance.HIGH,
                        "dkim=pass header.d=dept.example; dkim2=none; mode=authserv-id mx.hub.example"));
        assertThat(judged(false, Map.of("mode", "trusted-relay", "relay", "hub.example", "dkim-keys", "none")))
                .isEqualTo(Verdict.of(Assurance.HIGH,
                        "dkim=pass header.d=dept.example; dkim2=none; mode=trusted-relay hub.example"));
        assertThat(judged(false, Map.of("mode", "authserv-id", "authserv-id", "mx.other.example", "dkim-keys", "none"))
                .assurance()).isEqualTo(Assurance.LOW);
    }

    @Test
    void half_a_setting_or_a_wrong_one_is_refused_by_its_name() {
        assertThatIllegalStateException().isThrownBy(() -> judged(false, Map.of("mode", "authserv-id")))
                .withMessageContaining("hub.mail.authentication.authserv-id");
        assertThatIllegalStateException().isThrownBy(() -> judged(true, Map.of("mode", "trusted-relay")))
                .withMessageContaining("hub.mail.authentication.relay");
        assertThatIllegalStateException().isThrownBy(() -> judged(true, Map.of("mode", "trust")))
                .withMessageContaining("trust");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> judged(false, Map.of("mode", "authserv-id", "authserv-id", "not a host")));
    }
}
