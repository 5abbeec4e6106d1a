package uk.gov.datashare.connectors.email.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The shapes in which clients send an answer, and the ways in which they quote the mail that it answers. */
final class Clients {

    private static final String WROTE = "On Tue, 24 Nov 2026 at 10:12, Data Share Hub <" + Mails.REPLY_ADDRESS
            + "> wrote:";
    private static final String BLOCK = """
            From: Data Share Hub <%s>
            Sent: 24 November 2026 10:12
            To: Jo Bloggs <jo.bloggs@dept.example.invalid>
            Subject: Approval needed
            """.formatted(Mails.REPLY_ADDRESS);

    private Clients() {}

    /** From the text of a mail to the mail. */
    static Map<String, UnaryOperator<String>> shapes() {
        Map<String, UnaryOperator<String>> shapes = new LinkedHashMap<>();
        shapes.put("plain", Mails::plain);
        shapes.put("no content type", text -> Mails.headers("X-Mailer: odd") + text);
        shapes.put("quoted-printable",
                text -> Mails
                        .headers("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable")
                        + quotedPrintable(text));
        shapes.put("base64",
                text -> Mails.headers("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64")
                        + base64(text));
        shapes.put("flowed", text -> Mails.headers("Content-Type: text/plain; charset=utf-8; format=flowed") + text);
        shapes.put("HTML in divs",
                text -> Mails.html(text.lines()
                        .map(line -> line.isEmpty() ? "<div><br></div>" : "<div>" + escaped(line) + "</div>")
                        .collect(joining("\n", "<html><body>", "</body></html>"))));
        shapes.put("HTML with breaks",
                text -> Mails.html("<p dir=\"ltr\">" + escaped(text).replace("\n", "<br>\n") + "</p>"));
        shapes.put("Word's HTML",
                text -> Mails
                        .html(text
                                .lines().map(line -> "<p class=MsoNormal><span>"
                                        + (line.isEmpty() ? "&nbsp;" : escaped(line)) + "<o:p></o:p></span></p>")
                                .collect(joining())));
        shapes.put("both", text -> Mails.alternative(text, "<pre>" + escaped(text) + "</pre>"));
        shapes.put("with an attachment", text -> Mails.headers("Content-Type: multipart/mixed; boundary=m")
                + "--m\nContent-Type: text/plain; charset=utf-8\n\n" + text
                + "\n--m\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment; filename=a.txt\n\nReject\nApprove\n--m--\n");
        shapes.put("signed",
                text -> Mails
                        .headers("Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=s")
                        + "--s\nContent-Type: text/plain; charset=utf-8\n\n" + text
                        + "\n--s\nContent-Type: application/pgp-signature\n\nxx\n--s--\n");
        shapes.put("in a related part", text -> Mails.headers("Content-Type: multipart/related; boundary=r")
                + "--r\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain; charset=utf-8\n\n"
                + text + "\n--a\nContent-Type: text/html; charset=utf-8\n\n<pre>" + escaped(text)
                + "</pre>\n--a--\n--r\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBO\n--r--\n");
        return shapes;
    }

    /** From an answer and a quoted text to the text of a mail. */
    static Map<String, BinaryOperator<String>> quotes() {
        Map<String, BinaryOperator<String>> quotes = new LinkedHashMap<>();
        quotes.put("nothing quoted", (answer, _) -> answer);
        quotes.put("Outlook",
                (answer, quoted) -> answer + "\n\nJo Bloggs\nData Protection Officer\n\n" + BLOCK + "\n" + quoted);
        quotes.put("Outlook with a line",
                (answer, quoted) -> answer + "\n\n________________________________\n" + BLOCK + "\n" + quoted);
        quotes.put("Outlook in Welsh", (answer, quoted) -> answer
                + "\n\nOddi wrth: Hub\nAnfonwyd: 24 Tachwedd 2026\nAt: Jo\nPwnc: Cais\n\n" + quoted);
        quotes.put("Outlook for a phone", (answer, quoted) -> answer
                + "\n\nGet Outlook for Android<https://x.example.invalid>\n" + BLOCK + "\n" + quoted);
        quotes.put("Gmail", (answer, quoted) -> answer + "\n\n" + WROTE + "\n\n" + marked(quoted));
        quotes.put("Gmail, wrapped",
                (answer, quoted) -> answer + "\n\n" + WROTE.replace(" <", "\n<") + "\n\n" + marked(quoted));
        quotes.put("attribution without marks", (answer, quoted) -> answer + "\n\n" + WROTE + "\n\n" + quoted);
        quotes.put("iPhone",
                (answer, quoted) -> answer
                        + "\n\nSent from my iPhone\n\n> On 24 Nov 2026, at 10:12, Data Share Hub wrote:\n> \n"
                        + marked(quoted));
        quotes.put("original message", (answer, quoted) -> answer + "\n\n-----Original Message-----\n" + quoted);
        quotes.put("Samsung",
                (answer, quoted) -> answer + "\n\n-------- Original message --------\nFrom: Hub\n" + quoted);
        quotes.put("Lotus", (answer, quoted) -> answer
                + "\n\n\nFrom:   Hub\nTo:     Jo\nDate:   24/11/2026 10:12\nSubject:        Cais\n\n" + quoted);
        quotes.put("German",
                (answer, quoted) -> answer + "\n\nAm 24.11.2026 um 10:12 schrieb Data Share Hub:\n\n" + marked(quoted));
        quotes.put("French", (answer, quoted) -> answer
                + "\n\nLe mar. 24 nov. 2026 à 10:12, Data Share Hub a écrit :\n\n" + marked(quoted));
        quotes.put("Welsh", (answer, quoted) -> answer
                + "\n\nAr ddydd Mawrth 24 Tachwedd 2026 am 10:12, ysgrifennodd Data Share Hub:\n\n" + marked(quoted));
        quotes.put("the hub's marker", (answer, quoted) -> answer + "\n\n## Reply above this line ##\n" + quoted);
        quotes.put("signature",
                (answer, quoted) -> answer + "\n-- \nJo Bloggs\nIf it is urgent, do not wait\n" + quoted);
        quotes.put("disclaimer", (answer, quoted) -> answer
                + "\n\nThis email is confidential unless marked otherwise. Do not forward it.\n" + quoted);
        quotes.put("banner above", (answer,
                quoted) -> "[EXTERNAL EMAIL]\n\nCAUTION: This came from an external sender. Do not approve\nanything in a hurry.\n\nHello,\n\n"
                        + answer + "\n\n" + BLOCK + quoted);
        quotes.put("marking above", (answer, quoted) -> "OFFICIAL-SENSITIVE\n\n" + answer + "\n\n" + BLOCK + quoted);
        quotes.put("below the quote", (answer, quoted) -> WROTE + "\n\n" + marked(quoted) + "\n\n" + answer);
        return quotes;
    }

    private static String marked(String text) {
        return text.lines().map(line -> "> " + line).collect(joining("\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder(76, new byte[]{'\n'}).encodeToString(text.getBytes(UTF_8));
    }

    private static String quotedPrintable(String text) {
        var encoded = new StringBuilder();
        for (byte single : text.getBytes(UTF_8)) {
            encoded.append(single == '\n' || (single >= ' ' && single < 127 && single != '=')
                    ? Character.toString(single)
                    : "=%02X".formatted(single & 0xff));
        }
        return encoded.toString();
    }

    /** What stands in the quoted mail: the opposite of every answer. */
    static List<String> quoted() {
        return List.of("Please answer with one word on the first line.\n\nReject\n\nApprove\n", "Approve\n\nSign\n",
                "Reject: everything\n");
    }
}
