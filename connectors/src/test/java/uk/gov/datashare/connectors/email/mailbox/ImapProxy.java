package uk.gov.datashare.connectors.email.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a reader and its mail server, and spoils what it is told to. */
final class ImapProxy implements AutoCloseable {

    private final ServerSocket front;
    private final int back;
    final AtomicInteger fetchesToCut = new AtomicInteger();
    final AtomicInteger copiesToRefuse = new AtomicInteger();

    ImapProxy(int back) throws IOException {
        this.back = back;
        this.front = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return front.getLocalPort();
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                Socket client = front.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), back);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> asks(client, server));
                Thread.ofVirtual().start(() -> answers(server, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static boolean spoils(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }

    private void asks(Socket client, Socket server) {
        try (client; server) {
            var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
            OutputStream on = server.getOutputStream();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("BODY.PEEK[]") && spoils(fetchesToCut)) {
                    return;
                }
                if (line.contains(" COPY ") && spoils(copiesToRefuse)) {
                    client.getOutputStream().write(
                            (line.replaceFirst(" .*", "") + " NO [OVERQUOTA] No room\r\n").getBytes(ISO_8859_1));
                } else {
                    on.write((line + "\r\n").getBytes(ISO_8859_1));
                }
            }
        } catch (IOException gone) {
            // One of them has hung up, and so the other is.
        }
    }

    private static void answers(Socket server, Socket client) {
        try (InputStream from = server.getInputStream()) {
            from.transferTo(client.getOutputStream());
        } catch (IOException gone) {
            // One of them has hung up, and so the other is.
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
    }
}
