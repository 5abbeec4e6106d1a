package uk.gov.datashare.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The real application in a process of its own, which can be killed without warning. */
final class HubProcess implements AutoCloseable {

    private final Place place;
    private final Process process;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());

    private HubProcess(Place place, Process process) {
        this.place = place;
        this.process = process;
        Thread.ofPlatform().daemon().name("output-of-hub").start(this::listen);
    }

    /** Starts the sandbox, without anything that happens to lie beside the repository. Returns at once. */
    static HubProcess sandboxAt(Place place) {
        Stream<String> java = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError", "-Dstdout.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                LeashedHub.class.getName(), "--spring.profiles.active=sandbox",
                "--hub.sandbox.agreements=" + place.folder().resolve("no-agreements.json"));
        try {
            return new HubProcess(place,
                    new ProcessBuilder(Stream.concat(java, place.settings().stream()).toList())
                            .redirectErrorStream(true).start());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException ended) {
            output.add("(its output ended: " + ended.getMessage() + ")");
        }
    }

    /** Everything it has printed so far. */
    List<String> output() {
        synchronized (output) {
            return List.copyOf(output);
        }
    }

    /** Waits until it takes work. */
    HubProcess awaitReady() {
        return awaitThat("it takes work", Duration.ofSeconds(150), () -> Web.isReady(place));
    }

    /** Waits until it has printed a line that begins so. */
    HubProcess awaitLine(String beginning, Duration atMost) {
        return awaitThat("it says '" + beginning + "'", atMost,
                () -> output().stream().anyMatch(line -> line.startsWith(beginning)));
    }

    /** Waits for something that it must live to see. */
    HubProcess awaitThat(String what, Duration atMost, BooleanSupplier condition) {
        try {
            await(what).atMost(atMost).pollInterval(Duration.ofMillis(50)).failFast(what, () -> !process.isAlive())
                    .until(condition::getAsBoolean);
            return this;
        } catch (RuntimeException never) {
            throw new AssertionError("The hub in its own process was to be waited for until " + what
                    + ". It is " + (process.isAlive() ? "alive" : "dead") + " and has said:\n"
                    + String.join("\n", output()), never);
        }
    }

    /** Kills it without warning (SIGKILL), and returns when it is dead. */
    void kill() {
        process.destroyForcibly();
        awaitDeath();
    }

    /** Asks it to stop (SIGTERM), and waits for that. */
    void stop() {
        process.destroy();
        awaitDeath();
    }

    private void awaitDeath() {
        await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
    }

    /** Whatever happened in the test, it does not live on. */
    @Override
    public void close() {
        kill();
    }
}
