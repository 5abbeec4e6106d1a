package uk.gov.datashare.connectors.email.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What a mail server writes to a sender whose mail did not arrive: a delivery status notification (RFC 3464). */
final class Undeliverable {

    private Undeliverable() {}

    /** The notification that no mailbox of this address exists. */
    static byte[] noSuchMailbox(String domain, String sender, String recipient, String messageId) {
        return """
                From: Mail delivery <mailer-daemon@%1$s>
                To: %2$s
                Subject: Undelivered mail: no such mailbox
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="=_report"

                --=_report
                Content-Type: text/plain; charset=us-ascii

                Your message could not be delivered: there is no mailbox %3$s.

                --=_report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; %1$s

                Final-Recipient: rfc822; %3$s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such mailbox

                --=_report
                Content-Type: text/rfc822-headers

                Message-ID: %4$s

                --=_report--
                """.formatted(domain, sender, recipient, messageId).replace("\n", "\r\n").getBytes(US_ASCII);
    }
}
