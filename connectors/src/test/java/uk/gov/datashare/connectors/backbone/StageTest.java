package uk.gov.datashare.connectors.backbone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.connectors.backbone.Samples.NOON;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Topics;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StageTest {

    private final Stage stage = Stage.each("intake.check", InstantSource.fixed(NOON), StageTest::answer);

    @Test
    void a_poison_record_becomes_a_dead_letter_and_the_others_flow() {
        Received poison = record("poison");

        List<Outgoing> answers = stage.apply(List.of(record("one"), poison, record("two")));

        assertThat(answers).hasSize(3);
        assertThat(answers.get(1)).isEqualTo(
                new DeadLetter(poison, "intake.check", "java.lang.IllegalStateException", "cannot do poison", 1, NOON));
        assertThat(List.of(answers.getFirst(), answers.getLast())).allMatch(Outgoing.Event.class::isInstance);
    }

    @Test
    void a_dead_letter_says_where_it_came_from_and_why_in_clean_words() {
        Received original = Samples.received(Map.of("ce_id", "id\r\n1"), Optional.of("as it came".getBytes(UTF_8)));
        DeadLetter letter = DeadLetter.of(original, "intake.check",
                new IllegalStateException("line\r\nBcc: x\u0000" + "y".repeat(5000)), NOON);

        assertThat(letter.topic()).isEqualTo("datashare.deadletters.v1");
        assertThat(letter.headers()).containsEntry("ce_id", "id  1")
                .containsEntry("deadletter-topic", "datashare.home-office.requests.v1")
                .containsEntry("deadletter-partition", "2").containsEntry("deadletter-offset", "41")
                .containsEntry("deadletter-route", "intake.check")
                .containsEntry("deadletter-cause", "java.lang.IllegalStateException")
                .containsEntry("deadletter-attempts", "1")
                .containsEntry("deadletter-time", "2026-05-01T12:00:00Z");
        assertThat(letter.message()).startsWith("line  Bcc: x y").hasSize(1024).endsWith("…");
        assertThat(Records.toSend(letter).value()).asString(UTF_8).isEqualTo("as it came");
    }

    @Test
    void a_failure_without_a_message_is_a_dead_letter_too() {
        assertThat(DeadLetter.of(record("x"), "r", new NullPointerException(), NOON).message()).isEmpty();
    }

    private static List<Outgoing> answer(Received record) {
        String text = new String(record.value().orElseThrow(), UTF_8);
        if (text.equals("poison")) {
            throw new IllegalStateException("cannot do " + text);
        }
        return List.of(Samples.event(Topics.COMMANDS, "key", text));
    }

    private static Received record(String text) {
        return Samples.received(Samples.headers(), Optional.of(text.getBytes(UTF_8)));
    }
}
