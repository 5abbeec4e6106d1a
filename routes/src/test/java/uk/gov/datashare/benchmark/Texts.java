package uk.gov.datashare.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

import uk.gov.datashare.contracts.Letter;

/** A letter as the hub writes them, and a reply as people's programs write them. */
final class Texts {

    static final String DOMAIN = "datashare.example.invalid";
    private static final String CASE = "DSR-7K3M-9QPX-2ABC";
    private static final String TEXT = resource("/approved-letters/approval-needed.txt");
    private static final String HTML = resource("/approved-letters/approval-needed.html");

    private Texts() {}

    /** A letter that asks for an approval, some ten thousand characters long. */
    static Letter letter(int number) {
        return new Letter("benchmark." + number, Letter.Kind.TASK, CASE, "person-" + number,
                Optional.of(new Letter.Reply("T7", 1, "ab".repeat(32))), Optional.empty(), subject(), TEXT, HTML);
    }

    static String subject() {
        return "[" + CASE + "/T7] Approval needed: addresses for visa decisions";
    }

    static String text() {
        return TEXT;
    }

    static String html() {
        return HTML;
    }

    /** A reply with the whole letter quoted below it, as Outlook and Gmail make it. */
    static byte[] reply(int number, String address) {
        String quoted = TEXT.lines().map(line -> "> " + line + "\r\n").reduce("", String::concat);
        return ("Return-Path: <jo.bloggs@dept.example.invalid>\r\nDelivered-To: " + address
                + "\r\nAuthentication-Results: mx." + DOMAIN + "; dkim=pass header.d=dept.example.invalid\r\n"
                + "From: Jo Bloggs <jo.bloggs@dept.example.invalid>\r\nTo: Data-share hub <" + address
                + ">\r\nSubject: Re: " + subject() + "\r\nMessage-ID: <reply-" + number
                + "@dept.example.invalid>\r\nDate: Tue, 24 Nov 2026 10:15:00 +0000\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/alternative; boundary=parts\r\n\r\n--parts\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + "Approved, thank you.\r\n\r\nJo\r\n\r\nOn Tue, 24 Nov 2026 at 09:00, Data-share hub <" + address
                + "> wrote:\r\n" + quoted + "\r\n--parts\r\n"
                + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + "<div>Approved, thank you.</div><div><br></div><div>Jo</div><div class=\"gmail_quote\">"
                + HTML.replace("\n", "\r\n") + "</div>\r\n--parts--\r\n").getBytes(UTF_8);
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
