package uk.gov.datashare.connectors.email.authenticity;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.connectors.email.authenticity.SignedMail.PLAIN;
import static uk.gov.datashare.connectors.email.authenticity.SignedMail.by;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import uk.gov.datashare.connectors.email.authenticity.Authenticity.Verdict;
import uk.gov.datashare.contracts.Evidence.Assurance;

/** Mail that somebody else wrote, in every way that is known, and the real mail beside it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgedMailTest {

    private static final String PASS = ours("dkim=pass header.d=dept.example");
    private static final String RECEIVED = "Received: from mail.dept.example by mx.hub.example; today\r\n";

    @TempDir
    Path folder;
    private Authenticity authenticity = TrustedRelay.embedded();

    @BeforeEach
    void proved() throws IOException {
        authenticity = ProvedOrigin.byServerName("mx.hub.example", 1,
                SignedMail.keysOf(folder, "dept.example", "attacker.example").toString(),
                (sender, domain) -> sender.endsWith("dept.example") && domain.equals("dept.example"));
    }

    private static String ours(String results) {
        return "Authentication-Results: mx.hub.example; " + results + "\r\n";
    }

    private Verdict on(String mail) {
        return authenticity.judge(SignedMail.bytes(mail));
    }

    private void isLow(String mail) {
        assertThat(on(mail)).as(mail).extracting(Verdict::assurance, Verdict::forged).containsExactly(Assurance.LOW,
                false);
    }

    @Test
    void the_real_one_is_sure_and_its_evidence_says_why() {
        assertThat(on(PASS + RECEIVED + by("dept.example", PLAIN))).isEqualTo(Verdict.of(Assurance.HIGH,
                "dkim=pass header.d=dept.example; dkim2=pass; mode=authserv-id mx.hub.example"));
    }

    @Test
    void nothing_about_it_or_nothing_of_ours_is_not_sure() {
        isLow(RECEIVED + PLAIN);
        isLow(ours("dkim=none") + RECEIVED + PLAIN);
        isLow("Authentication-Results: mx.attacker.example; dkim=pass header.d=dept.example\r\n" + RECEIVED + PLAIN);
        isLow("X-Authentication-Results: mx.hub.example; dkim=pass header.d=dept.example\r\n" + RECEIVED + PLAIN);
        isLow("ARC-Authentication-Results: i=1; mx.hub.example; dkim=pass header.d=dept.example\r\n" + RECEIVED
                + PLAIN);
        isLow("Authentication-Results-Original: mx.hub.example; dkim=pass header.d=dept.example\r\n" + PLAIN);
        isLow(RECEIVED + PLAIN.replace("Approve", ours("dkim=pass header.d=dept.example") + "Approve"));
    }

    @Test
    void somebody_elses_good_signature_is_not_sure() {
        String mail = by("attacker.example", PLAIN);
        isLow(ours("dkim=pass header.d=attacker.example") + RECEIVED + mail);
        isLow(ours("dkim=pass header.d=attacker.example header.i=@dept.example") + RECEIVED + mail);
        isLow(ours("dkim=pass (header.d=dept.example) header.d=attacker.example") + RECEIVED + mail);
        isLow(ours("dkim=pass reason=\"header.d=dept.example\" header.d=attacker.example") + RECEIVED + mail);
        isLow(ours("dkim=fail header.d=dept.example; dkim=pass header.d=attacker.example") + RECEIVED + mail);
        isLow(ours("spf=pass smtp.mailfrom=\"x; dkim=pass header.d=dept.example\"@attacker.example") + RECEIVED + mail);
        isLow(ours("dmarc=pass header.from=attacker.example; dkim=fail header.d=dept.example") + RECEIVED + mail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kim@dept.example.attacker.example", "kim@dept-example.attacker.example",
            "kim@attacker.example", "kim@dePt\u0131.example", "dept.example <kim@attacker.example>",
            "\"kim@dept.example\" <kim@attacker.example>", "kim@dept.example <kim@attacker.example>",
            "kim@dept.example, kim@attacker.example", "Team: kim@dept.example;",
            "Team: kim@dept.example, x@attacker.example;",
            "<kim@dept.example> <kim@attacker.example>", "kim@dept.example\r\nFrom: kim@attacker.example",
            "kim@attacker.example\r\nFrom: kim@dept.example", "kim@dept.example\r\nfrom : kim@attacker.example", "",
            "kim", "@dept.example", "=?utf-8?q?kim=40dept=2Eexample?=", "kim@[192.0.2.1]",
            "(kim@dept.example) kim@attacker.example"})
    void a_sender_who_only_looks_like_them_is_not_sure(String from) {
        String mail = PLAIN.replace("Kim Lee <kim@dept.example>", from);
        isLow(ours("dkim=pass header.d=other.example") + RECEIVED + mail);
        assertThat(on(PASS + RECEIVED + mail)).extracting(Verdict::assurance)
                .isEqualTo(Assurance.LOW);
    }

    @Test
    void results_in_our_name_from_outside_are_forged() {
        for (String forged : List.of(PASS, PASS.toUpperCase(java.util.Locale.ROOT),
                "Authentication-Results:\r\n\tmx.hub.example;\r\n\tdkim=pass header.d=dept.example\r\n",
                "Authentication-Results: (c) mx.hub.example; dkim=pass header.d=dept.example\r\n")) {
            assertThat(on(ours("dkim=none") + RECEIVED + forged + PLAIN)).isEqualTo(
                    Verdict.forged("forged=2; mode=authserv-id mx.hub.example"));
        }
    }

    @Test
    void what_was_changed_after_it_was_signed_is_to_be_confirmed_at_most() {
        String changed = by("dept.example", PLAIN).replace("\r\nApprove", "\r\nReject");
        Map<String, Assurance> sure = Map.of(ours("dkim=pass header.d=dept.example"), Assurance.MEDIUM,
                ours("dkim=fail header.d=dept.example; dmarc=pass header.from=dept.example"), Assurance.MEDIUM,
                ours("dkim=fail header.d=dept.example"), Assurance.LOW,
                ours("dkim=fail header.d=dept.example; dmarc=fail header.from=dept.example"), Assurance.LOW);
        sure.forEach((results, assurance) -> assertThat(on(results + RECEIVED + changed).assurance()).as(results)
                .isEqualTo(assurance));
    }

    @Test
    void a_signature_under_which_anybody_can_write_is_to_be_confirmed_at_most() {
        String mail = by("dept.example", "l=9; ", PLAIN);
        assertThat(on(PASS + RECEIVED + mail)).isEqualTo(Verdict.of(Assurance.MEDIUM,
                "dkim=pass header.d=dept.example; dkim2=pass body=partial; mode=authserv-id mx.hub.example"));
        isLow(RECEIVED + mail);
    }

    @Test
    void a_good_signature_that_no_server_of_ours_checked_is_to_be_confirmed() {
        assertThat(on(RECEIVED + by("dept.example", PLAIN)).assurance()).isEqualTo(Assurance.MEDIUM);
    }

    @Test
    void a_header_beyond_all_measure_proves_nothing() {
        isLow("Authentication-Results: x; dkim=pass\r\n".repeat(2_000) + PASS + PLAIN);
        isLow("X: " + "y".repeat(200_000) + "\r\n" + PASS + PLAIN);
        isLow("\r\n" + PASS + PLAIN);
        isLow("");
    }
}
