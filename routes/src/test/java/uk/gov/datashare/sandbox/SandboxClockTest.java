package uk.gov.datashare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SandboxClockTest {

    private static final Instant BEGINNING = Instant.parse("2027-01-11T09:00:00Z");

    private final AtomicReference<Instant> outside = new AtomicReference<>(BEGINNING);
    private final InstantSource world = outside::get;

    @TempDir
    Path folder;

    @Test
    void a_second_outside_is_a_day_while_everybody_waits() {
        SandboxClock clock = SandboxClock.in(folder, world);
        clock.run(SandboxClock.WAITING);
        passes(Duration.ofSeconds(3));
        assertThat(clock.instant()).isEqualTo(BEGINNING.plus(Duration.ofDays(3)));
    }

    @Test
    void a_change_of_pace_does_not_move_the_time() {
        SandboxClock clock = SandboxClock.in(folder, world);
        passes(Duration.ofSeconds(2));
        Instant before = clock.instant();
        clock.run(SandboxClock.AS_OUTSIDE);
        assertThat(clock.instant()).isEqualTo(before);
        passes(Duration.ofSeconds(2));
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(2));
    }

    @Test
    void after_a_restart_it_goes_on_and_never_back_however_long_the_hub_was_down() {
        SandboxClock killed = SandboxClock.in(folder, world);
        passes(Duration.ofSeconds(5));
        killed.keep();
        passes(Duration.ofMillis(500));
        Instant unwritten = killed.instant();
        passes(Duration.ofDays(1));
        Instant next = SandboxClock.in(folder, world).instant();
        assertThat(next).isAfter(unwritten).isBefore(unwritten.plus(Duration.ofDays(1)));
    }

    @Test
    void a_file_that_holds_no_time_is_said_to_be_one_to_delete() throws Exception {
        Files.writeString(folder.resolve("sandbox-clock"), "yesterday");
        assertThatThrownBy(() -> SandboxClock.in(folder, world)).isInstanceOf(UncheckedIOException.class)
                .cause().hasMessageContaining("delete it");
    }

    private void passes(Duration time) {
        outside.updateAndGet(now -> now.plus(time));
    }
}
