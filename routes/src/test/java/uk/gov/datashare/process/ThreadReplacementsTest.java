package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ThreadReplacementsTest {

    private final AtomicLong nanoTime = new AtomicLong();
    private final ThreadReplacements replacements = new ThreadReplacements(3, Duration.ofMinutes(10), nanoTime::get);

    @Test
    void three_failures_in_ten_minutes_are_mended_and_a_fourth_is_not() {
        assertThat(fourFailures()).containsExactly(true, true, true, false);
    }

    @Test
    void failures_are_forgotten_after_ten_minutes() {
        fourFailures();
        nanoTime.addAndGet(Duration.ofMinutes(11).toNanos());
        assertThat(fourFailures()).containsExactly(true, true, true, false);
    }

    private List<Boolean> fourFailures() {
        return Stream.generate(replacements::allowsOneMore).limit(4).toList();
    }
}
