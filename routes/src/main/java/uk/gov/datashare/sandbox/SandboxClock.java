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
 * A clock on which weeks pass in a minute, so that reminders and escalations can be watched. It keeps its time in a file:
 * after a restart it goes on from there, whatever happened meanwhile in the world outside.
 */
public final class SandboxClock implements InstantSource {

    /** The world's own time. */
    static final InstantSource WORLD = InstantSource.system();
    /** How much faster than the world's: a second here is a third of a day there. */
    static final long FAST = Duration.ofHours(8).toSeconds();
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
        this.speed = FAST;
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

    /** From now on time passes as fast as in the world: what was agreed does not run out while somebody looks at it. */
    synchronized void slowDown() {
        hereThen = instant();
        worldThen = world.instant();
        speed = 1;
    }

    /** Time in the world until so much has passed here. */
    synchronized Duration until(Instant here) {
        Duration left = Duration.between(instant(), here).dividedBy(speed);
        return left.isNegative() ? Duration.ZERO : left;
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
