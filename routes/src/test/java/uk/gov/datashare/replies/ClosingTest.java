package uk.gov.datashare.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The close of a letter is no part of an answer, and nothing else is lost with it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClosingTest {

    private static final Optional<String> SABINA = Optional.of("Sabina Patel");

    @Test
    void a_farewell_and_what_stands_under_it_is_cut() {
        assertThat(Closing.cut("Regards,\nSabina", SABINA)).isEmpty();
        assertThat(
                Closing.cut("Keep it for a year only.\n\nKind regards\nSabina Patel\nHead of Data, DfT\n020 7946 0000",
                        SABINA))
                .isEqualTo("Keep it for a year only.");
        assertThat(Closing.cut("Gwych\nCofion gorau,\nMegan", Optional.empty())).isEqualTo("Gwych");
    }

    @Test
    void the_writers_own_name_at_the_end_is_cut_without_a_farewell_too() {
        assertThat(Closing.cut("delete it after use\n\nSabina", SABINA)).isEqualTo("delete it after use");
        assertThat(Closing.cut("delete it after use\nsabina patel", SABINA)).isEqualTo("delete it after use");
    }

    @Test
    void what_reads_on_below_thanks_is_kept() {
        assertThat(Closing.cut("Thanks.\nKeep it for a year only, and delete it then.", SABINA))
                .isEqualTo("Thanks.\nKeep it for a year only, and delete it then.");
        assertThat(Closing.cut("no onward sharing\nand no copies", SABINA))
                .isEqualTo("no onward sharing\nand no copies");
    }
}
