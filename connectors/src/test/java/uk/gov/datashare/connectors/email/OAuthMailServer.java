package uk.gov.datashare.connectors.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * SMTP and IMAP servers that let nobody in but by SASL XOAUTH2, as the large providers speak it: a wrong token is answered with
 * a challenge that says 401, the client must reply with nothing, and only then does the server refuse. The IMAP mailbox is empty.
 */
public final class OAuthMailServer implements AutoCloseable {

    private static final String CHALLENGE = Base64.getEncoder()
            .encodeToString("{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}".getBytes(UTF_8));

    private final ServerSocket smtp;
    private final ServerSocket imap;
    private final String user;
    private final Predicate<String> isValid;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    public final List<String> refused = new CopyOnWriteArrayList<>();
    public final List<String> accepted = new CopyOnWriteArrayList<>();
    public final List<String> faults = new CopyOnWriteArrayList<>();

    private record Line(BufferedReader in, OutputStream out) {

        String heard() throws IOException {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("The client has hung up");
            }
            return line;
        }

        void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(UTF_8));
            out.flush();
        }
    }

    private interface Talk {
        void with(Line line) throws IOException;
    }

    public OAuthMailServer(String user, Predicate<String> isValid) throws IOException {
        this.user = user;
        this.isValid = isValid;
        this.smtp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.imap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> accept(smtp, this::smtp));
        Thread.ofVirtual().start(() -> accept(imap, this::imap));
    }

    public int smtpPort() {
        return smtp.getLocalPort();
    }

    public int imapPort() {
        return imap.getLocalPort();
    }

    /** Drops every connection, as a server does that restarts. */
    public void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept(ServerSocket server, Talk talk) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> {
                    try (socket) {
                        talk.with(new Line(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)),
                                socket.getOutputStream()));
                    } catch (IOException gone) {
                        // The client has had enough.
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    private boolean isGood(String initialResponse) {
        String[] fields = new String(Base64.getDecoder().decode(initialResponse), UTF_8).split("\u0001", -1);
        boolean formed = fields.length == 4 && fields[1].startsWith("auth=Bearer ") && fields[2].isEmpty()
                && fields[3].isEmpty();
        if (!formed || !fields[0].equals("user=" + user)) {
            faults.add("initial response");
            return false;
        }
        String token = fields[1].substring("auth=Bearer ".length());
        (isValid.test(token) ? accepted : refused).add(token);
        return isValid.test(token);
    }

    private void expectNothing(String reply) {
        if (!reply.isEmpty()) {
            faults.add("reply to the challenge: " + reply);
        }
    }

    private void smtp(Line line) throws IOException {
        line.say("220 mx.example.invalid");
        boolean let = false;
        while (true) {
            String command = line.heard();
            if (command.startsWith("EHLO")) {
                line.say("250-mx.example.invalid");
                line.say("250 AUTH LOGIN PLAIN XOAUTH2");
            } else if (command.startsWith("AUTH XOAUTH2 ")) {
                let = isGood(command.substring("AUTH XOAUTH2 ".length()));
                if (!let) {
                    line.say("334 " + CHALLENGE);
                    expectNothing(line.heard());
                }
                line.say(let ? "235 2.7.0 Accepted" : "535 5.7.8 Username and token not accepted");
            } else if (command.startsWith("AUTH")) {
                faults.add(command);
                line.say("504 5.5.4 Only XOAUTH2");
            } else if (command.startsWith("QUIT")) {
                line.say("221 Bye");
                return;
            } else if (!let) {
                faults.add(command);
                line.say("530 5.7.0 Authentication required");
            } else if (command.equals("DATA")) {
                line.say("354 Go on");
                while (!line.heard().equals(".")) {
                    // The mail itself does not matter here.
                }
                line.say("250 2.0.0 Taken");
            } else {
                line.say("250 OK");
            }
        }
    }

    private void imap(Line line) throws IOException {
        line.say("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 LOGINDISABLED] ready");
        while (true) {
            String[] command = line.heard().split(" ", 4);
            String tag = command[0];
            switch (command[1]) {
                case "CAPABILITY" -> line.say("* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 LOGINDISABLED");
                case "AUTHENTICATE" -> {
                    if (!isGood(command[3])) {
                        line.say("+ " + CHALLENGE);
                        expectNothing(line.heard());
                        line.say(tag + " NO AUTHENTICATE failed.");
                        continue;
                    }
                }
                case "LIST" -> line.say("* LIST () \"/\" INBOX");
                case "SELECT", "EXAMINE" -> {
                    line.say("* 0 EXISTS");
                    line.say("* OK [UIDVALIDITY 1] ok");
                }
                case "LOGOUT" -> {
                    line.say("* BYE");
                    line.say(tag + " OK");
                    return;
                }
                case "LOGIN" -> faults.add("LOGIN");
                default -> {
                    // Nothing to say but that it is done.
                }
            }
            line.say(tag + " OK done");
        }
    }

    @Override
    public void close() throws IOException {
        smtp.close();
        imap.close();
    }
}
