package uk.gov.datashare.benchmark;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

import uk.gov.datashare.connectors.email.reply.ReplyReader;

/** Replies read and understood, beside what merely reading their MIME costs. */
final class Replies {

    private static final ReplyReader READER = new ReplyReader(Texts.DOMAIN);

    private final List<byte[]> mails;

    private Replies(List<byte[]> mails) {
        this.mails = mails;
    }

    /** Replies that quote the whole letter. */
    static Replies quoting() {
        return new Replies(IntStream.range(0, 50)
                .mapToObj(number -> Texts.reply(number, "approvals+token@" + Texts.DOMAIN)).toList());
    }

    /** The mails of the corpus. */
    static Replies ofTheCorpus() {
        return new Replies(CorpusMails.all());
    }

    boolean isEmpty() {
        return mails.isEmpty();
    }

    List<Competitor> all() {
        Optional<String> letter = Optional.of(Texts.text());
        return List.of(new Competitor("the hub's interpreter", each(raw -> READER.read(raw, letter))),
                new Competitor("Angus, reading the MIME only", each(raw -> {
                    var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
                    return mail.getContent();
                })), new Competitor("Mime4j, reading the MIME only", each(raw -> {
                    Message mail = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(raw));
                    mail.dispose();
                    return mail;
                })));
    }

    private interface Reading {
        Object of(byte[] raw) throws Exception;
    }

    private Competitor.Work each(Reading reading) {
        return (times, threads) -> Contest.share(times, threads, left -> {
            int seen = 0;
            for (int number = left.decrementAndGet(); number >= 0; number = left.decrementAndGet()) {
                seen += read(reading, mails.get(number % mails.size())) ? 1 : 0;
            }
            if (seen == 0) {
                throw new IllegalStateException("Nothing could be read");
            }
        });
    }

    /** Angus cannot read all mails that people send. */
    private static boolean read(Reading reading, byte[] raw) {
        try {
            return reading.of(raw).hashCode() != 0;
        } catch (Exception unreadable) {
            return false;
        }
    }
}
