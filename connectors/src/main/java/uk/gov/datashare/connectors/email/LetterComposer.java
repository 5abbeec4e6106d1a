package uk.gov.datashare.connectors.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static uk.gov.datashare.connectors.email.ReplyAddress.NO_TASK;
import static uk.gov.datashare.connectors.email.ReplyAddress.Purpose.APPROVALS;
import static uk.gov.datashare.connectors.email.ReplyAddress.Purpose.BOUNCES;

import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import uk.gov.datashare.contracts.Letter;

/** Makes the mail of a letter: every header is the hub's own, and a value that could make another header is refused. */
public final class LetterComposer {

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    /** Two of them and a reply address must fit into one line of 998 octets (RFC 5322 section 2.1.1). */
    private static final int LONGEST_ID = 400;
    /** What the letter's schema allows. */
    private static final int LONGEST_SUBJECT = 500;

    private final HubMail hub;
    private final ReplyTokens tokens;
    private final InstantSource clock;

    /** Letters of this hub, with reply addresses under its key. */
    public LetterComposer(HubMail hub, ReplyTokens tokens, InstantSource clock) {
        this.hub = requireNonNull(hub);
        this.tokens = requireNonNull(tokens);
        this.clock = requireNonNull(clock);
    }

    /**
     * The mail of a letter to its reader's address, with the bounces address as its envelope sender (VERP).
     *
     * @throws IllegalArgumentException when the address is none, or a control character stands in the subject
     */
    public MimeMessage compose(Letter letter, String address) {
        return mail(letter, address);
    }

    HubMessage mail(Letter letter, String address) {
        if (!MailAddresses.isOne(address)) {
            throw new IllegalArgumentException("The reader of letter " + letter.letterId() + " has no mail address");
        }
        if (isTooLong(letter)) {
            throw new IllegalArgumentException("The subject or an id of a letter is too long for a header");
        }
        try {
            var mail = new HubMessage(NO_SERVER, messageId(letter),
                    returnAddress(letter).as(BOUNCES).toString());
            address(mail, letter, address);
            mail.setContent(body(letter));
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException broken) {
            throw new IllegalArgumentException("Letter " + letter.letterId() + " cannot be written as a mail", broken);
        }
    }

    /** The Message-ID of a letter, angle brackets included. */
    String messageId(Letter letter) {
        return MessageIds.of(letter.letterId(), hub.domain());
    }

    private boolean isTooLong(Letter letter) {
        return letter.subject().length() > LONGEST_SUBJECT || messageId(letter).length() > LONGEST_ID
                || letter.inReplyTo().filter(id -> MessageIds.of(id, hub.domain()).length() > LONGEST_ID).isPresent();
    }

    /** Where the reader of a letter replies to; empty when no reply is expected. */
    public Optional<ReplyAddress> replyAddress(Letter letter) {
        return letter.reply().map(reply -> new ReplyAddress(APPROVALS, letter.requestId(), reply.taskId(),
                tokens.token(letter.requestId(), reply.version(), reply.taskId(), letter.recipient(),
                        reply.contentHash()),
                hub.domain()));
    }

    /** Even a letter that asks nothing has a return address of its own: a bounce must say whom it did not reach. */
    private ReplyAddress returnAddress(Letter letter) {
        return replyAddress(letter).orElseGet(() -> new ReplyAddress(BOUNCES, letter.requestId(), NO_TASK,
                tokens.token(letter.requestId(), 0, NO_TASK, letter.recipient(), letter.letterId()), hub.domain()));
    }

    private void address(MimeMessage mail, Letter letter, String address)
            throws MessagingException, UnsupportedEncodingException {
        mail.setFrom(new InternetAddress(hub.from(), hub.displayName(), UTF_8.name()));
        mail.setRecipient(RecipientType.TO, new InternetAddress(address, true));
        mail.setSubject(HeaderText.checked("subject of letter " + letter.letterId(), letter.subject()), UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        // RFC 3834 section 5, and what Exchange looks for in its place: out-of-office replies stay away.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        Optional<String> opening = letter.inReplyTo().map(letterId -> MessageIds.of(letterId, hub.domain()));
        if (opening.isPresent()) {
            mail.setHeader("In-Reply-To", opening.get());
        }
        Optional<ReplyAddress> reply = replyAddress(letter);
        if (reply.isPresent()) {
            mail.setReplyTo(new Address[]{new InternetAddress(reply.get().toString(), true)});
        }
        references(opening, reply).ifPresent(references -> setHeader(mail, "References", references));
    }

    /**
     * A client copies References into the reply. So the reply address stands there too, dressed as a Message-ID, and a reply
     * whose client knew no Reply-To still says what it answers.
     */
    private static Optional<String> references(Optional<String> opening, Optional<ReplyAddress> reply) {
        String references = opening.orElse("") + reply.map(address -> " <" + address + ">").orElse("");
        return Optional.of(references.strip()).filter(text -> !text.isEmpty());
    }

    private static void setHeader(MimeMessage mail, String name, String value) {
        try {
            mail.setHeader(name, HeaderText.checked(name, value));
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private MimeMultipart body(Letter letter) throws MessagingException {
        String reply = replyAddress(letter).map(ReplyAddress::toString).orElse(hub.from());
        String code = tokens.codes().shownIn(letter).orElse("");
        return new MimeMultipart("alternative", part(filled(letter.text(), reply, code), "plain"),
                part(filled(letter.html(), reply, code), "html"));
    }

    /** The plain text of a letter as its reader gets it, for a channel that makes a mail of its own of it. */
    public String text(Letter letter) {
        return filled(letter.text(), replyAddress(letter).map(ReplyAddress::toString).orElse(hub.from()),
                tokens.codes().shownIn(letter).orElse(""));
    }

    /** In a link of a letter the code stands as it is to be written: its blank is escaped there (RFC 6068). */
    private static String filled(String text, String reply, String code) {
        return text.replace(Letter.REPLY_ADDRESS, reply)
                .replace("%20" + Letter.CONFIRMATION_CODE, "%20" + code.replace(" ", "%20"))
                .replace(Letter.CONFIRMATION_CODE, code);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }
}
