package uk.gov.datashare.connectors.email.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;

import uk.gov.datashare.connectors.email.reply.ReplyReader;

/** The bytes of a mail as the server has them. */
final class RawMail {

    /** More came than the server had announced. */
    private static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private RawMail() {}

    /** The bytes; empty for a mail over size, which is not fetched when the server says so beforehand. */
    static Optional<byte[]> of(Message mail) throws MessagingException, IOException {
        if (announcedSize(mail) > ReplyReader.MOST_BYTES) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        try {
            mail.writeTo(upTo(ReplyReader.MOST_BYTES, bytes));
            return Optional.of(bytes.toByteArray());
        } catch (TooLarge _) {
            return Optional.empty();
        }
    }

    /** A mail whose envelope the server cannot put in words has no size; what matters is how large it turns out to be. */
    private static int announcedSize(Message mail) {
        try {
            return mail.getSize();
        } catch (MessagingException _) {
            return -1;
        }
    }

    private static OutputStream upTo(int most, ByteArrayOutputStream bytes) {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                write(new byte[]{(byte) single}, 0, 1);
            }

            @Override
            public void write(byte[] block, int offset, int length) throws IOException {
                if (bytes.size() + length > most) {
                    throw new TooLarge();
                }
                bytes.write(block, offset, length);
            }
        };
    }
}
