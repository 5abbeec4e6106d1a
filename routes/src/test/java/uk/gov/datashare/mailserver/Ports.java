package uk.gov.datashare.mailserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Ports of this machine that nobody has, below those that outgoing connections are given. */
final class Ports {

    private static final AtomicInteger NEXT = new AtomicInteger(
            11_000 + Math.floorMod((int) ProcessHandle.current().pid() * 16, 8_000));

    private Ports() {}

    static int free() {
        return IntStream.generate(NEXT::incrementAndGet).limit(500).filter(Ports::isFree).findFirst().orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether somebody there answers with a greeting. */
    static boolean greets(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(2_000);
            return socket.getInputStream().read() >= 0;
        } catch (IOException away) {
            return false;
        }
    }
}
