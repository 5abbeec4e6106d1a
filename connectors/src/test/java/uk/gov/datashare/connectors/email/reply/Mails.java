package uk.gov.datashare.connectors.email.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** Mails for the reader's tests, each to the same task from the same approver. */
final class Mails {

    static final String DOMAIN = "hub.example.invalid";
    static final String REPLY_ADDRESS = "approvals+7k3m9qpx2abc-t7-abcdefghijklmnopqrstuvwxyz@" + DOMAIN;
    static final String BOUNCE_ADDRESS = "bounces+7k3m9qpx2abc-t7-abcdefghijklmnopqrstuvwxyz@" + DOMAIN;
    static final String APPROVER = "jo.bloggs@dept.example.invalid";
    static final ReplyReader READER = new ReplyReader(DOMAIN);

    private Mails() {}

    /** The headers of an ordinary reply, ready for a body. */
    static String headers(String contentHeaders) {
        return """
                Delivered-To: %s
                From: Jo Bloggs <%s>
                To: Data Share Hub <%s>
                Subject: Re: [DSR-7K3M-9QPX-2ABC/T7] Approval needed: school attendance
                Date: Tue, 24 Nov 2026 10:15:00 +0000
                Message-ID: <reply-1@dept.example.invalid>
                MIME-Version: 1.0
                %s

                """.formatted(REPLY_ADDRESS, APPROVER, REPLY_ADDRESS, contentHeaders);
    }

    static String plain(String body) {
        return headers("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit") + body;
    }

    static String html(String body) {
        return headers("Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit") + body;
    }

    static String alternative(String plain, String html) {
        return headers("Content-Type: multipart/alternative; boundary=b1") + """
                --b1
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                --b1
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                --b1--
                """.formatted(plain, html);
    }

    static Reading read(String mail) {
        return read(mail, Optional.empty());
    }

    static Reading read(String mail, Optional<String> letter) {
        return READER.read(mail.replace("\n", "\r\n").getBytes(UTF_8), letter);
    }

    /** What a plain reply of these words says. */
    static Reading reading(String words) {
        return read(plain(words));
    }
}
