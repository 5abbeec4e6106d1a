package uk.gov.datashare.connectors.email;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Letter.Kind;

/** Letters for the tests of sending. */
final class Letters {

    static final HubMail HUB = new HubMail("hub.example.invalid", "Data Share Hub");
    static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
    static final String JO = "jo.bloggs@dept.example.invalid";

    private Letters() {}

    static LetterComposer composer() {
        return new LetterComposer(HUB, new ReplyTokens(new byte[32]), NOON);
    }

    static Letter task(String letterId) {
        return letter(letterId, "Approval needed: school attendance", Optional.empty());
    }

    static Letter letter(String letterId, String subject, Optional<String> inReplyTo) {
        return new Letter(letterId, Kind.TASK, "DSR-7K3M-9QPX-2ABC", "person-1",
                Optional.of(new Letter.Reply("T7", 1, "ab".repeat(32))), inReplyTo, subject,
                "Reply to " + Letter.REPLY_ADDRESS + "\n\nÉcole – ysgol\n",
                "<p>Reply to <a href=\"mailto:" + Letter.REPLY_ADDRESS + "\">the hub</a></p><p>École</p>");
    }

    static Letter notice(String letterId) {
        return new Letter(letterId, Kind.NOTICE, "DSR-7K3M-9QPX-2ABC", "person-1", Optional.empty(), Optional.empty(),
                "For your information", "Hello\n", "<p>Hello</p>");
    }
}
