package uk.gov.datashare.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.mail.MessagingException;

import uk.gov.datashare.endtoend.Post.Letter;
import uk.gov.datashare.mailserver.Maildir;
import uk.gov.datashare.mailserver.RealMailServer;
import uk.gov.datashare.mailserver.Sender;

/** Cases that a department opens, the letters that come of them at a real mail server, and what is answered. */
final class Correspondence {

    /** A letter whose taking was not answered in three seconds is looked for in the archive after a minute, and goes then. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RealMailServer server;
    private final Department department;
    private final Listener heard;
    private final AtomicInteger mails = new AtomicInteger();

    Correspondence(RealMailServer server, Department department, Listener heard) {
        this.server = server;
        this.department = department;
        this.heard = heard;
    }

    /** Opens a case under this reference; its requestId. */
    String opened(String reference) {
        department.send(department.request(Department.good(reference)));
        await("case " + reference).atMost(PATIENCE).until(() -> submitted(reference).isPresent());
        return submitted(reference).orElseThrow().key();
    }

    private Optional<Message> submitted(String reference) {
        return heard.heard(Books.EVENTS).stream().filter(event -> event.type().equals("request.submitted"))
                .filter(event -> event.at("/event/externalRef/id").equals(reference)).findFirst();
    }

    /** The first letter that asks somebody about a case under this reference. */
    Letter asked(String reference) {
        return firstTo(opened(reference), "");
    }

    /** The first letter about this case that asks somebody whose address begins so. */
    Letter firstTo(String requestId, String reader) {
        await("a letter about " + requestId).atMost(PATIENCE).until(() -> !letters(requestId, reader).isEmpty());
        return letters(requestId, reader).getFirst();
    }

    private List<Letter> letters(String requestId, String reader) {
        return Post.received(server).stream().filter(letter -> letter.isAbout(requestId))
                .filter(letter -> letter.replyTo().isPresent() && letter.to().startsWith(reader)).toList();
    }

    static String replyAddress(Letter letter) {
        return letter.replyTo().orElseThrow().replaceFirst(".*<", "").replaceFirst(">.*", "");
    }

    static String requestId(Letter letter) {
        return letter.subject().substring(1, letter.subject().indexOf('/'));
    }

    /** A reply as its writer's program makes it, unsigned. */
    byte[] reply(Letter letter, String from, String text) {
        return ("From: " + from + "\r\nTo: " + replyAddress(letter) + "\r\nSubject: Re: " + letter.subject()
                + "\r\nMessage-ID: <reply-" + mails.incrementAndGet() + "@client.example.invalid>\r\nIn-Reply-To: "
                + letter.messageId() + "\r\nDate: Tue, 24 Nov 2026 12:00:00 +0000\r\n\r\n" + text + "\r\n")
                .getBytes(UTF_8);
    }

    /** The same mail as the writer's own server signs it, taken from a mailbox to which it was sent as well. */
    byte[] signed(byte[] mail, String from) throws MessagingException {
        String copies = "copies" + mails.incrementAndGet() + from.substring(from.indexOf('@'));
        Sender.at(server, from).send(mail, from, copies);
        Maildir mailbox = Maildir.of(server, copies);
        await("the signed mail").atMost(PATIENCE).until(() -> !mailbox.mails().isEmpty());
        String arrived = mailbox.mails().getFirst().text();
        return arrived.substring(arrived.indexOf("DKIM-Signature:")).getBytes(ISO_8859_1);
    }

    /** The first event of this type in a case, when it comes. */
    Message event(String requestId, String type) {
        await(type + " of " + requestId).atMost(PATIENCE).until(() -> !events(requestId, type).isEmpty());
        return events(requestId, type).getFirst();
    }

    List<Message> events(String requestId, String type) {
        return of(Books.EVENTS, requestId, type);
    }

    List<Message> commands(String requestId, String type) {
        return of("datashare.commands.v1", requestId, type);
    }

    private List<Message> of(String topic, String requestId, String type) {
        return heard.heard(topic).stream().filter(message -> message.key().equals(requestId))
                .filter(message -> message.type().equals(type)).toList();
    }
}
