package uk.gov.datashare.endtoend;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Where a hub keeps its data and answers, the same at each of its starts, so that clients may stay connected meanwhile.
 *
 * @param folder    its data folder
 * @param kafkaPort the loopback port of its broker
 * @param httpPort  the port of its web server
 */
record Place(Path folder, int kafkaPort, int httpPort) {

    /**
     * Below the ports that outgoing connections take (from 32768 on Linux): a client that calls a hub which is away would
     * else sooner or later be given the hub's own port to call from, and keep it from coming back.
     */
    private static final AtomicInteger NEXT = new AtomicInteger(
            20_000 + Math.floorMod((int) ProcessHandle.current().pid() * 20, 12_000));

    Place {
        requireNonNull(folder);
    }

    /** A place with this folder and ports that nobody has. */
    static Place in(Path folder) {
        return new Place(folder, freePort(), freePort());
    }

    /** What the hub must be told to be there. */
    List<String> settings() {
        return List.of("--hub.data-folder=" + folder, "--hub.kafka.embedded-port=" + kafkaPort,
                "--server.port=" + httpPort);
    }

    /** Where Kafka clients find it. */
    String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** Where HTTP clients find it. */
    URI web(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    private static int freePort() {
        return IntStream.generate(NEXT::incrementAndGet).limit(200).filter(Place::isFree).findFirst().orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
