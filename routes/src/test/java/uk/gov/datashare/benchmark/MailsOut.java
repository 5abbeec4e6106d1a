package uk.gov.datashare.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.eclipse.angus.mail.smtp.SMTPMessage;

import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.LetterChannel;
import uk.gov.datashare.connectors.email.LetterChannel.Sending;
import uk.gov.datashare.connectors.email.LetterComposer;
import uk.gov.datashare.connectors.email.LetterSender;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.SmtpSettings;

/** The same letter to many readers: by the hub's sender, by Camel's producer, and by a bare transport. */
final class MailsOut implements AutoCloseable {

    private static final String READER = "jo.bloggs@dept.example.invalid";

    private final Server server;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    MailsOut(Server server) {
        this.server = server;
    }

    /** Without a copy for the archive; the last is the bare transport. */
    List<Competitor> once() throws Exception {
        return List.of(new Competitor("the hub's sender", hub()), new Competitor("Camel's mail producer", camel()),
                new Competitor("a bare Angus transport, kept, as it comes", bare(session(), READER)),
                new Competitor("a bare Angus transport, kept, with TCP_NODELAY", bare(prompt(), READER)));
    }

    private Competitor.Work hub() {
        var clock = InstantSource.system();
        var sender = new LetterSender(SmtpSettings.plain("127.0.0.1", server.smtp()), new LetterComposer(
                new HubMail(Texts.DOMAIN, "Data-share hub"), new ReplyTokens(new byte[32]), clock), clock);
        open.push(sender);
        return by(sender);
    }

    private static Competitor.Work by(LetterChannel sender) {
        return (times, threads) -> Contest.share(times, threads, left -> {
            for (int number = left.decrementAndGet(); number >= 0; number = left.decrementAndGet()) {
                if (!(sender.send(Texts.letter(number), READER) instanceof Sending.Accepted)) {
                    throw new IllegalStateException("The server did not take a letter");
                }
            }
        });
    }

    /** Camel's own way with a mail that is ready: the body of an exchange, sent to an endpoint. */
    private Competitor.Work camel() throws Exception {
        CamelContext camel = new DefaultCamelContext();
        camel.start();
        open.push(camel);
        ProducerTemplate producer = camel.createProducerTemplate();
        String endpoint = "smtp://127.0.0.1:" + server.smtp();
        Session session = session();
        return (times, threads) -> Contest.share(times, threads, left -> {
            for (int number = left.decrementAndGet(); number >= 0; number = left.decrementAndGet()) {
                producer.sendBody(endpoint, mail(session, number));
            }
        });
    }

    private Competitor.Work bare(Session session, String... recipients) throws MessagingException {
        Address[] envelope = InternetAddress.parse(String.join(",", recipients));
        Deque<Transport> idle = new ArrayDeque<>();
        open.push(() -> {
            for (Transport transport : idle) {
                transport.close();
            }
        });
        return (times, threads) -> Contest.share(times, threads, left -> {
            Transport transport = connected(session, idle);
            for (int number = left.decrementAndGet(); number >= 0; number = left.decrementAndGet()) {
                transport.sendMessage(mail(session, number), envelope);
            }
            synchronized (idle) {
                idle.push(transport);
            }
        });
    }

    private Transport connected(Session session, Deque<Transport> idle) throws MessagingException {
        synchronized (idle) {
            if (!idle.isEmpty() && idle.peek().isConnected()) {
                return idle.pop();
            }
        }
        Transport transport = session.getTransport("smtp");
        transport.connect("127.0.0.1", server.smtp(), null, null);
        return transport;
    }

    private static Session session() {
        return Session.getInstance(properties());
    }

    private static Session prompt() {
        Properties properties = properties();
        properties.put("mail.smtp.socketFactory", new NoDelay());
        return Session.getInstance(properties);
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.sendpartial", "false");
        properties.put("mail.smtp.timeout", "30000");
        return properties;
    }

    /** The same text in the same parts, with a return path of its own, written straight away. */
    private static MimeMessage mail(Session session, int number) throws Exception {
        var mail = new SMTPMessage(session);
        mail.setEnvelopeFrom("bounces+" + number + "@" + Texts.DOMAIN);
        mail.setFrom(new InternetAddress("approvals@" + Texts.DOMAIN, "Data-share hub", UTF_8.name()));
        mail.setRecipient(RecipientType.TO, new InternetAddress(READER));
        mail.setReplyTo(InternetAddress.parse("approvals+" + number + "@" + Texts.DOMAIN));
        mail.setSubject(Texts.subject(), UTF_8.name());
        mail.setHeader("Date", RFC_1123_DATE_TIME.format(OffsetDateTime.now(UTC)));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setContent(new MimeMultipart("alternative", part(Texts.text(), "plain"), part(Texts.html(), "html")));
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    @Override
    public void close() {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception gone) {
                System.err.println("Was not closed properly: " + gone);
            }
        }
    }
}
