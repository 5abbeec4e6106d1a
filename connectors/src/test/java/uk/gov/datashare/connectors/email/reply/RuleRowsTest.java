package uk.gov.datashare.connectors.email.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.connectors.email.reply.Mails.reading;

import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the rule files, by the example that stands in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleRowsTest {

    static Stream<ReplyWords.Phrase> phrases() {
        return ReplyWords.all().stream();
    }

    static Stream<Furniture.Piece> furniture() {
        return Furniture.all().stream();
    }

    static Stream<MachineWords.Sign> signs() {
        return MachineWords.all().stream();
    }

    @ParameterizedTest
    @MethodSource("phrases")
    void a_phrase_does_what_its_row_says(ReplyWords.Phrase phrase) {
        Reading reading = reading(phrase.example() + "\n");
        switch (phrase.kind()) {
            case APPROVE -> assertFires(reading, Reading.Approve.class, phrase.id());
            case CONDITIONS -> assertFires(reading, Reading.ApproveWithConditions.class, phrase.id());
            case REJECT -> assertFires(reading, Reading.Reject.class, phrase.id());
            case QUERY -> assertFires(reading, Reading.Query.class, phrase.id());
            case RETURN -> assertFires(reading, Reading.Return.class, phrase.id());
            case DELEGATE -> {
                assertFires(reading, Reading.Delegate.class, phrase.id());
                assertThat(((Reading.Delegate) reading).address()).isEqualTo("sam.jones@dept.example.invalid");
            }
            case NOT_MINE -> assertFires(reading, Reading.NotMine.class, phrase.id());
            case SIGN -> assertFires(reading, Reading.Sign.class, phrase.id());
            case ANSWER -> assertFires(reading, Reading.Answer.class, phrase.id());
            case CONFIRM -> {
                assertFires(reading, Reading.Confirm.class, phrase.id());
                assertThat(((Reading.Confirm) reading).code()).isEqualTo("48291153");
            }
            case NEGATION, IF, PROVISO, DENIAL, RETRACTION ->
                assertFires(reading, Reading.Unclear.class, "unclear." + phrase.id());
            case TAIL, HARMLESS -> assertThat(reading).isInstanceOf(Reading.Approve.class);
            case BECAUSE -> assertThat(reading).isInstanceOf(Reading.Reject.class);
        }
    }

    private static void assertFires(Reading reading, Class<? extends Reading> kind, String rule) {
        assertThat(reading).as(rule).isInstanceOf(kind);
        assertThat(reading.provenance().rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @MethodSource("furniture")
    void a_pattern_of_furniture_knows_its_example(Furniture.Piece piece) {
        assertThat(piece.pattern().matcher(piece.example()).find()).as(piece.id()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("signs")
    void a_sign_of_a_machine_knows_its_example(MachineWords.Sign sign) {
        assertThat(sign.pattern().matcher(sign.example()).find()).as(sign.id()).isTrue();
    }

    @Test
    void every_row_has_a_name_of_its_own() {
        assertThat(phrases().map(ReplyWords.Phrase::id)).doesNotHaveDuplicates();
        assertThat(furniture().map(Furniture.Piece::id)).doesNotHaveDuplicates();
        assertThat(signs().map(MachineWords.Sign::id)).doesNotHaveDuplicates();
    }
}
