package uk.gov.datashare.connectors.email.reply;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

import uk.gov.datashare.connectors.email.reply.Headers.Header;

/**
 * Takes a mail apart as a stream of tokens (Mime4j), so that a mail made to be costly is left as soon as it passes a limit.
 * Forwarded mails and attachments are stepped over, never opened.
 */
final class MailParser {

    /** Thrown within this package when a mail is not to be read; the message says why. */
    static final class TooMuch extends Exception {

        private static final long serialVersionUID = 1L;

        TooMuch(String why) {
            super(why);
        }
    }

    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int MOST_PARTS = 50;
    private static final int DEEPEST = 10;
    private static final MimeConfig LIMITS = MimeConfig.custom().setMaxHeaderLen(100_000).setMaxHeaderCount(1_000)
            .setMaxLineLen(-1)
            .setMaxContentLen(-1).build();

    private final List<Header> headers = new ArrayList<>();
    private final Set<String> types = new LinkedHashSet<>();
    private final TextParts texts = new TextParts();
    private PartHeader part = new PartHeader();
    private int depth;
    private int parts;

    private MailParser() {}

    static Mail parse(byte[] raw) throws TooMuch {
        if (raw.length > MOST_BYTES) {
            throw new TooMuch("It is larger than 10 MB.");
        }
        return new MailParser().read(raw);
    }

    private Mail read(byte[] raw) throws TooMuch {
        var stream = new MimeTokenStream(LIMITS);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(raw));
        try {
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                take(state, stream);
            }
        } catch (MimeException | IOException | RuntimeException malformed) {
            throw new TooMuch("It is malformed beyond reading.");
        }
        return new Mail(new Headers(headers), texts.plain(), texts.html(), types, texts.report());
    }

    private void take(EntityState state, MimeTokenStream stream) throws TooMuch, IOException {
        switch (state) {
            case T_START_HEADER -> part = new PartHeader();
            case T_FIELD ->
                field(stream.getField().getName().toLowerCase(Locale.ROOT).strip(), stream.getField().getBody());
            case T_START_MULTIPART -> {
                types.add(part.type());
                deeper();
            }
            case T_END_MULTIPART -> depth--;
            case T_BODY -> body(stream);
            default -> {
            }
        }
    }

    private void field(String name, String value) {
        String unfolded = value.replace('\r', ' ').replace('\n', ' ').strip();
        if (depth == 0) {
            headers.add(new Header(name, unfolded));
        }
        part.take(name, unfolded);
    }

    private void deeper() throws TooMuch {
        depth++;
        if (depth > DEEPEST) {
            throw new TooMuch("Its parts are nested more than " + DEEPEST + " deep.");
        }
    }

    private void body(MimeTokenStream stream) throws TooMuch, IOException {
        parts++;
        if (parts > MOST_PARTS) {
            throw new TooMuch("It has more than " + MOST_PARTS + " parts.");
        }
        types.add(part.type());
        texts.take(part, stream);
    }
}
