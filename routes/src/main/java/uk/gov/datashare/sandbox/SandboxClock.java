package uk.gov.datashare.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;

/**
 * A clock on which weeks pass in a minute, so that reminders and escalations can be watched: fast while everybody waits, slower
 * while there is something to do, so that nobody is late for want of a faster machine. It keeps its time in a file:
 * after a restart it goes on from there, whatever happened meanwhile in the world outside.
 */
public final class SandboxClock implements InstantSource {

    /** The world's own time. */
    static final InstantSource WORLD = InstantSource.system();
    /** A second there is two hours here: while there is something to do. */
    static final long BUSY = Duration.ofHours(2).toSeconds();
    /** A second there is a day here: while everybody only waits. */
    static final long WAITING = Duration.ofDays(1).toSeconds();
    /** As in the world. */
    static final long AS_OUTSIDE = 1;
    /** A step ahead at each start, so that time does not go back by what was not yet written down. */
    private static final Duration UNWRITTEN = Duration.ofHours(8);

    private final InstantSource world;
    private final Path file;
    private Instant worldThen;
    private Instant hereThen;
    private long speed;

    private SandboxClock(InstantSource world, Path file, Instant here) {
        this.world = world;
        this.file = file;
        this.worldThen = world.instant();
        this.hereThen = here;
        this.speed = BUSY;
    }

    /** The clock of a data folder: new, it shows the world's time; else it goes on from where it was. */
    public static SandboxClock in(Path dataFolder, InstantSource world) {
        Path file = dataFolder.resolve("sandbox-clock");
        try {
            Files.createDirectories(dataFolder);
            return new SandboxClock(world, file, Files.exists(file) ? kept(file).plus(UNWRITTEN) : world.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot keep its clock in " + file, e);
        }
    }

    @Override
    public synchronized Instant instant() {
        return hereThen.plus(Duration.between(worldThen, world.instant()).multipliedBy(speed));
    }

    /** From now on time passes so many times as fast as in the world. */
    synchronized void run(long times) {
        hereThen = instant();
        worldThen = world.instant();
        speed = times;
    }

    /** Writes the time down; called every half second or so. */
    void keep() {
        try {
            Path next = Files.writeString(file.resolveSibling("sandbox-clock.next"), instant().toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot keep its clock in " + file, e);
        }
    }

    private static Instant kept(Path file) throws IOException {
        String text = Files.readString(file).strip();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IOException(file + " should hold a time and holds '" + text + "': delete it to start from today",
                    e);
        }
    }
}
