package uk.gov.datashare.connectors.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that says what it is told to say, and remembers what it was told. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    final List<String> heard = new CopyOnWriteArrayList<>();
    /** What it heard outside of mails: each line is one that a server acts on. */
    final List<String> commands = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger mails = new AtomicInteger();

    ScriptedSmtp() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on this is the answer to a verb, or to a whole line, or to the dot after a mail; the answer "hang up" closes the connection. */
    void answer(String verb, String line) {
        answers.put(verb, line);
    }

    /** Drops every connection, as a server does that restarts. */
    void dropAll() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            OutputStream out = socket.getOutputStream();
            say(out, "220 scripted");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                commands.add(line);
                String answer = Optional.ofNullable(answers.get(line)).or(() -> Optional.ofNullable(answers.get(verb)))
                        .orElse(verb.equals("DATA") ? "354 go on" : "250 fine");
                if (answer.equals("hang up")) {
                    return;
                }
                say(out, answer);
                if (answer.startsWith("354") && !data(in, out)) {
                    return;
                }
            }
        } catch (IOException gone) {
            heard.add("(gone)");
        }
    }

    /** A mail that is cut off before its dot is none. */
    private boolean data(BufferedReader in, OutputStream out) throws IOException {
        String line = in.readLine();
        for (; line != null && !line.equals("."); line = in.readLine()) {
            heard.add(line);
        }
        String answer = Optional.ofNullable(answers.get(".")).orElse("250 taken");
        if (line == null) {
            return false;
        }
        mails.incrementAndGet();
        if (!answer.equals("hang up")) {
            say(out, answer);
        }
        return !answer.equals("hang up");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        dropAll();
    }
}
