package uk.gov.datashare.mailserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in the foreground, which ends when this process does, however that ends. Its words are in a file. */
final class Daemon implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Path log;
    private final Process process;

    private Daemon(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** Starts a program of this machine in a folder that has the leash. */
    static Daemon start(Path home, String name, String... command) {
        Path log = home.resolve(name + ".log");
        try {
            return new Daemon(name, log, new ProcessBuilder(
                    Stream.concat(Stream.of("sh", home.resolve("leash.sh").toString()), Stream.of(command)).toList())
                    .redirectErrorStream(true).redirectOutput(log.toFile()).start());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Runs a program to its end. */
    static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + said);
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The user and system time of it and of all that it has started and not buried. */
    Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** What it has said, for whoever wonders why a test failed. */
    List<String> log() {
        try {
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException unreadable) {
            return List.of(String.valueOf(unreadable.getMessage()));
        }
    }

    /** Lets go of the leash, and waits for the end of the program. */
    @Override
    public void close() {
        List<ProcessHandle> all = processes().toList();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (IOException gone) {
            process.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return name + (isAlive() ? "" : " (ended)") + ":\n" + String.join("\n", log());
    }
}
