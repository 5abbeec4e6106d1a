package uk.gov.datashare.post;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands before a mail server, lets each of its replies take its time, and plays what befalls mail servers. */
final class Weather implements AutoCloseable {

    /** What befalls whoever hands in mail. */
    enum Kind {
        /** The server answers as it is. */
        FAIR,
        /** Nobody is there. */
        REFUSING,
        /** Somebody is there and says nothing. */
        SILENT,
        /** The server is going down. */
        GOING_DOWN("421 4.3.2 going down"),
        /** The server wants to see every mail again. */
        GREYLISTING("451 4.7.1 come again"),
        /** Every mailbox is full. */
        FULL("452 4.2.2 mailbox full"),
        /** The server takes the mail, and never says so. */
        MUTE_AFTER_THE_DOT,
        /** The server takes the mail, and is gone before it says so. */
        GONE_AFTER_THE_DOT,
        /** The server is gone before it has the whole mail. */
        GONE_BEFORE_THE_DOT,
        /** The server takes its time. */
        SLOW;

        private final String reply;

        Kind() {
            this("");
        }

        Kind(String reply) {
            this.reply = reply;
        }
    }

    private static final Duration SLOWLY = Duration.ofMillis(400);

    private final ServerSocket listening;
    private final int server;
    private final Duration eachReply;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Kind kind = Kind.FAIR;
    /** How many final dots have come by. */
    final AtomicInteger dots = new AtomicInteger();

    Weather(int server, Duration eachReply) throws IOException {
        this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.server = server;
        this.eachReply = eachReply;
        Thread.ofVirtual().name("weather").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** From now on, and for all that are connected. */
    void turn(Kind next) throws IOException {
        kind = next;
        if (next == Kind.REFUSING) {
            closeAll();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        if (kind == Kind.SILENT) {
            return;
        }
        try (client; Socket real = new Socket(InetAddress.getLoopbackAddress(), server)) {
            if (kind != Kind.REFUSING) {
                new Conversation(client, real).hold();
            }
        } catch (IOException | UncheckedIOException over) {
            // One of them has hung up.
        } finally {
            open.remove(client);
        }
    }

    /** Line by line: no client of the hub's speaks before it is spoken to. */
    private final class Conversation {

        private final BufferedReader fromClient;
        private final OutputStream toClient;
        private final BufferedReader fromServer;
        private final OutputStream toServer;

        Conversation(Socket client, Socket real) throws IOException {
            client.setTcpNoDelay(true);
            real.setTcpNoDelay(true);
            fromClient = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
            toClient = client.getOutputStream();
            fromServer = new BufferedReader(new InputStreamReader(real.getInputStream(), ISO_8859_1));
            toServer = real.getOutputStream();
        }

        void hold() throws IOException {
            String greeting = reply();
            say(kind == Kind.GOING_DOWN ? kind.reply + "\r\n" : greeting);
            for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
                if (line.startsWith("RCPT") && !kind.reply.isEmpty()) {
                    say(kind.reply + "\r\n");
                    continue;
                }
                write(toServer, line + "\r\n");
                String reply = reply();
                say(reply);
                if (reply.startsWith("354") && !mail()) {
                    return;
                }
            }
        }

        /** Whether the conversation goes on after this mail. */
        private boolean mail() throws IOException {
            var mail = new StringBuilder();
            String line = fromClient.readLine();
            for (; line != null && !line.equals("."); line = fromClient.readLine()) {
                mail.append(line).append("\r\n");
            }
            if (line == null || kind == Kind.GONE_BEFORE_THE_DOT || kind == Kind.REFUSING) {
                return false;
            }
            dots.incrementAndGet();
            write(toServer, mail + ".\r\n");
            String reply = reply();
            return switch (kind) {
                case GONE_AFTER_THE_DOT -> false;
                case MUTE_AFTER_THE_DOT -> fromClient.readLine() != null;
                default -> {
                    say(reply);
                    yield true;
                }
            };
        }

        private String reply() throws IOException {
            var reply = new StringBuilder();
            for (String line = fromServer.readLine(); line != null; line = fromServer.readLine()) {
                reply.append(line).append("\r\n");
                if (line.length() < 4 || line.charAt(3) != '-') {
                    return reply.toString();
                }
            }
            throw new IOException("the server has hung up");
        }

        private void say(String text) throws IOException {
            LockSupport.parkNanos(kind == Kind.SLOW ? SLOWLY.toNanos() : eachReply.toNanos());
            write(toClient, text);
        }

        private static void write(OutputStream out, String text) throws IOException {
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
        }
    }

    private void closeAll() throws IOException {
        for (Socket each : open) {
            each.close();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        closeAll();
    }
}
