package uk.gov.datashare.connectors.email.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.connectors.email.reply.Mails.read;
import static uk.gov.datashare.connectors.email.reply.Mails.reading;

import java.time.LocalDate;
import java.util.Optional;
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

    static Stream<ReturnDate.Row> dates() {
        return ReturnDate.rows().stream();
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
            case NEGATION, IF, HEDGE, PROVISO, DENIAL, RETRACTION ->
                assertFires(reading, Reading.Unclear.class, "unclear." + phrase.id());
            case ELSEWHERE -> assertFires(reading, Reading.Unclear.class, "unclear." + phrase.id());
            case TAIL, HARMLESS -> {
                assertThat(reading).isInstanceOfAny(Reading.Approve.class, Reading.Sign.class);
                assertThat(Words.of(phrase.example()).contain(phrase.words())).as(phrase.id()).isTrue();
            }
            case BECAUSE -> {
                assertThat(reading).isInstanceOf(Reading.Reject.class);
                assertThat(Words.of(phrase.example()).contain(phrase.words())).as(phrase.id()).isTrue();
            }
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
    void a_sign_gives_a_machine_away(MachineWords.Sign sign) {
        String example = sign.example();
        Reading reading = switch (sign.where()) {
            case AWAY_SUBJECT, AUTO_SUBJECT -> read(mail("Jo <jo.bloggs@dept.example.invalid>", example, "Hello"));
            case BOUNCE_SUBJECT -> read(mail("<postmaster@mx.example.invalid>", example, "Hello"));
            case DAEMON -> read(mail("<" + example + ">", "Undeliverable: Approval needed", "Hello"));
            case AWAY_TEXT, AUTO_TEXT -> reading(example + "\n");
            case COVER, COVERS, NO_COVER -> read(mail("Jo <jo.bloggs@dept.example.invalid>", "Out of office", example));
        };
        switch (sign.where()) {
            case AWAY_SUBJECT, AWAY_TEXT -> {
                assertFires(reading, Reading.AutomaticReply.class, sign.id());
                assertThat(((Reading.AutomaticReply) reading).away()).isTrue();
            }
            case AUTO_SUBJECT, AUTO_TEXT -> assertFires(reading, Reading.AutomaticReply.class, sign.id());
            case BOUNCE_SUBJECT, DAEMON -> assertFires(reading, Reading.Bounce.class, "bounce.unstructured");
            case COVER, COVERS, NO_COVER -> {
                assertThat(((Reading.AutomaticReply) reading).cover()).isEqualTo(sign.where() == MachineWords.NO_COVER
                        ? Optional.empty()
                        : Optional.of("jane.doe@dept.example.invalid"));
                String words = example.replace("jane.doe@dept.example.invalid", "");
                assertThat(sign.pattern().matcher(words).find()).as(sign.id()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dates")
    void a_date_is_found_in_its_example(ReturnDate.Row row) {
        Reading reading = read(mail("Jo <jo.bloggs@dept.example.invalid>", "Out of office", row.example()));
        LocalDate day = LocalDate.of(row.month() > 0 && row.month() < 12 ? 2027 : 2026,
                row.month() > 0 ? row.month() : 12, 7);
        assertThat(((Reading.AutomaticReply) reading).returnDate()).as(row.id()).contains(day);
    }

    private static String mail(String from, String subject, String body) {
        return "From: %s\nSubject: %s\nDate: Tue, 24 Nov 2026 10:15:00 +0000\nTo: <%s>\n\n%s\n".formatted(from, subject,
                Mails.REPLY_ADDRESS, body);
    }

    @Test
    void every_row_has_a_name_of_its_own() {
        assertThat(phrases().map(ReplyWords.Phrase::id)).doesNotHaveDuplicates();
        assertThat(furniture().map(Furniture.Piece::id)).doesNotHaveDuplicates();
        assertThat(signs().map(MachineWords.Sign::id)).doesNotHaveDuplicates();
        assertThat(dates().map(ReturnDate.Row::id)).doesNotHaveDuplicates();
    }

    @Test
    void no_row_is_without_an_example() {
        assertThat(phrases().map(ReplyWords.Phrase::example)).noneMatch(String::isBlank);
        assertThat(furniture().map(Furniture.Piece::example)).noneMatch(String::isBlank);
        assertThat(signs().map(MachineWords.Sign::example)).noneMatch(String::isBlank);
        assertThat(dates().map(ReturnDate.Row::example)).noneMatch(String::isBlank);
    }
}
