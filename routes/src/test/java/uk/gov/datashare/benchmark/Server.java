package uk.gov.datashare.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;

import uk.gov.datashare.mailserver.RealMailServer;
import uk.gov.datashare.mailserver.Settings;

/** The mail server that all competitors use. */
sealed interface Server extends AutoCloseable {

    /** What the page calls it. */
    String name();

    /** Where mail is handed in. */
    int smtp();

    /** Where mailboxes are read. */
    int imap();

    /** Puts mails into a mailbox that nobody has used yet. */
    void fill(String mailbox, List<byte[]> mails) throws Exception;

    @Override
    void close();

    /** A real one where this machine can run one, else one in this process. */
    static Server start() {
        Optional<String> missing = RealMailServer.missing();
        if (missing.isEmpty()) {
            return new Real(RealMailServer
                    .start(Settings.of(Texts.DOMAIN, "dept.example.invalid")));
        }
        System.err.println("No real mail server, for " + missing.get());
        var greenMail = new GreenMail(new ServerSetup[]{new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
        greenMail.start();
        return new InProcess(greenMail);
    }

    /** Postfix and Dovecot. What is handed in is queued on disk, and then thrown away. */
    record Real(RealMailServer server) implements Server {

        @Override
        public String name() {
            return "Postfix (queued on disk, then thrown away) and Dovecot, on the same machine";
        }

        @Override
        public int smtp() {
            return server.doors().sink();
        }

        @Override
        public int imap() {
            return server.doors().imap();
        }

        @Override
        public void fill(String mailbox, List<byte[]> mails) throws IOException {
            server.fill(mailbox, mails);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** GreenMail, which keeps mail in memory. */
    record InProcess(GreenMail server) implements Server {

        @Override
        public String name() {
            return "GreenMail, in the same process: its CPU is counted too";
        }

        @Override
        public int smtp() {
            return server.getSmtp().getPort();
        }

        @Override
        public int imap() {
            return server.getImap().getPort();
        }

        @Override
        public void fill(String mailbox, List<byte[]> mails) throws UserException {
            GreenMailUser user = server.setUser(mailbox, mailbox, RealMailServer.PASSWORD);
            for (byte[] mail : mails) {
                user.deliver(GreenMailUtil.newMimeMessage(new java.io.ByteArrayInputStream(mail)));
            }
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
