package uk.gov.datashare.mailserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.mailserver.Maildir.Mail;

/** With Rspamd before the inbound door, SPF and DMARC are judged as well. */
@NeedsMailServer(Settings.Judge.RSPAMD)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RspamdIT {

    private static final String HUB = "hub.example.invalid";
    private static final String ALICE = "alice@dept.example.invalid";

    @Test
    void real_mail_passes_and_whoever_only_says_so_fails() throws MessagingException {
        try (RealMailServer server = RealMailServer.start(Settings.of(HUB, "dept.example.invalid").withRspamd())) {
            Sender.at(server, ALICE).send(mail("real"), ALICE, "approvals+real@" + HUB);
            Sender.outside(server).send(mail("spoof"), ALICE, "approvals+spoof@" + HUB);
            Sender.outside(server).send(("Authentication-Results: mx." + HUB
                    + "; dkim=pass header.d=dept.example.invalid; dmarc=pass\r\n" + new String(mail("forged"), UTF_8))
                    .getBytes(UTF_8), "mallory@elsewhere.example.invalid", "approvals+forged@" + HUB);
            assertThat(results(server, "real")).contains("dkim=pass", "header.d=dept.example.invalid", "dmarc=pass");
            assertThat(results(server, "spoof")).contains("spf=fail", "dmarc=fail").doesNotContain("dkim=pass");
            assertThat(results(server, "forged")).contains("dmarc=fail").doesNotContain("dkim=pass", "dmarc=pass");
        }
    }

    private static String results(RealMailServer server, String subject) {
        Maildir approvals = Maildir.of(server, "approvals@" + HUB);
        await(subject).atMost(Duration.ofSeconds(40)).until(() -> approvals.mails().stream()
                .anyMatch(mail -> mail.header("Subject").equals(subject)));
        Mail arrived = approvals.mails().stream().filter(mail -> mail.header("Subject").equals(subject)).findFirst()
                .orElseThrow();
        return String.join("\n", arrived.headers("Authentication-Results"));
    }

    private static byte[] mail(String subject) {
        return ("From: Alice <" + ALICE + ">\r\nTo: approvals@" + HUB + "\r\nSubject: " + subject + "\r\nMessage-ID: <"
                + subject + "@client.example.invalid>\r\nDate: Tue, 24 Nov 2026 12:00:00 +0000\r\n\r\nApprove\r\n")
                .getBytes(UTF_8);
    }
}
