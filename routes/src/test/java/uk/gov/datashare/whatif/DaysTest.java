package uk.gov.datashare.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DaysTest {

    /** One day half of the time, and three days otherwise. */
    private static final Days COIN = Days.observed(Map.of(1, 5, 3, 5));

    @Test
    void half_and_nine_of_ten_are_read_from_what_was_seen() {
        assertThat(COIN.percentile(0.5)).isEqualTo(1);
        assertThat(COIN.percentile(0.9)).isEqualTo(3);
    }

    @Test
    void of_two_at_the_same_time_the_slower_counts() {
        assertThat(COIN.beside(COIN).percentile(0.25)).isEqualTo(1);
        assertThat(COIN.beside(COIN).percentile(0.5)).isEqualTo(3);
    }

    @Test
    void one_after_the_other_takes_the_sum() {
        assertThat(COIN.then(COIN).percentile(0.25)).isEqualTo(2);
        assertThat(COIN.then(COIN).percentile(0.5)).isEqualTo(4);
        assertThat(COIN.then(COIN).percentile(0.9)).isEqualTo(6);
    }
}
