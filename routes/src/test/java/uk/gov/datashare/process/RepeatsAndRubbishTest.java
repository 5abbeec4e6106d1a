package uk.gov.datashare.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.WithdrawRequest;
import uk.gov.datashare.contracts.StatusUpdate.State;
import uk.gov.datashare.contracts.Topics;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RepeatsAndRubbishTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Bench submitted() {
        return bench.sends("c1", Requests.submit(1, Plans.small()));
    }

    @Test
    void a_command_that_comes_again_is_handled_once_and_its_department_is_told() {
        submitted().events();
        submitted();
        assertThat(bench.events()).isEmpty();
        assertThat(bench.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.headline()).isEqualTo("Nothing has changed, because this message was received already.");
            assertThat(answer.state()).isEqualTo(State.APPROVING);
            assertThat(answer.waitingFor()).singleElement()
                    .satisfies(waiting -> assertThat(waiting.taskId()).contains("T1"));
        });
    }

    @Test
    void the_same_version_in_another_message_is_answered_with_where_the_case_stands() {
        submitted().sends("c2", Requests.submit(1, Plans.small()));
        assertThat(bench.answers()).singleElement()
                .satisfies(answer -> assertThat(answer.headline())
                        .isEqualTo("Nothing has changed, because version 1 was received already."));
    }

    @Test
    void a_reply_that_comes_again_is_handled_once_and_silently() {
        submitted().holderSays("c2", "T1", Approve::new);
        var reply = Tokens.reply("T1", "asker.lead", "0".repeat(64),
                Assurance.HIGH);
        bench.events();
        bench.sends("c2", new Approve(Requests.ID, reply));
        assertThat(bench.events()).isEmpty();
        assertThat(bench.answers()).isEmpty();
    }

    @Test
    void ten_thousand_duplicates_are_each_answered_and_change_nothing() {
        submitted().events();
        for (int i = 0; i < 5_000; i++) {
            bench.sends("c1", Requests.submit(1, Plans.small()));
            bench.sends("d" + i, Requests.submit(1, Plans.small()));
        }
        assertThat(bench.events()).isEmpty();
        assertThat(bench.messages(Topics.status(Plans.ASKER))).hasSize(10_000)
                .extracting(Envelope::type)
                .containsOnly("uk.gov.datashare.request.status-changed.v1");
        bench.holderSays("c2", "T1", Approve::new);
        assertThat(bench.eventNames()).startsWith("DecisionTaken");
    }

    @Test
    void an_answer_goes_to_a_topic_that_is_made_once() {
        submitted().sends("c2", Requests.submit(1, Plans.small())).sends("c3", Requests.submit(1, Plans.small()));
        assertThat(bench.made()).containsExactly(Topics.status(Plans.ASKER));
    }

    @Test
    void a_withdrawal_of_nothing_is_answered() {
        bench.sends("c1", new WithdrawRequest(Requests.ID, Plans.ASKER, Requests.REFERENCE, "never mind"));
        assertThat(bench.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.state()).isEqualTo(State.UNKNOWN);
            assertThat(answer.headline())
                    .isEqualTo("Nothing has changed, because no request has come in under this reference.");
        });
    }

    @Test
    void what_is_no_command_goes_to_the_dead_letters_and_the_next_one_flows() {
        byte[] rubbish = "{\"type\":\"command.approve.v1\"".getBytes(UTF_8);
        bench.sendsBytes(Requests.ID, rubbish);
        submitted();
        assertThat(bench.written(Topics.DEADLETTERS)).singleElement().satisfies(letter -> {
            assertThat(letter.value()).contains(rubbish);
            assertThat(letter.headers()).containsEntry("deadletter-route", "process")
                    .containsEntry("deadletter-topic", Topics.COMMANDS.name());
        });
        assertThat(bench.eventNames()).startsWith("RequestSubmitted");
    }

    @Test
    void a_command_with_broken_data_goes_to_the_dead_letters() {
        var broken = Bench.envelope("c1", Requests.submit(1, Plans.small())).map(_ -> "{\"type\":".getBytes(UTF_8));
        bench.sends(Requests.ID, broken);
        assertThat(bench.written(Topics.DEADLETTERS)).hasSize(1);
        assertThat(bench.events()).isEmpty();
    }

    @Test
    void a_command_under_the_key_of_another_case_goes_to_the_dead_letters() {
        bench.sends("DSR-0000-0000-0000", Bench.envelope("c1", Requests.submit(1, Plans.small())));
        assertThat(bench.written(Topics.DEADLETTERS)).hasSize(1);
    }

    @Test
    void a_command_for_a_case_that_is_not_of_its_reference_goes_to_the_dead_letters() {
        var stray = new WithdrawRequest(Requests.ID, Plans.HOLDER, Requests.REFERENCE, "not mine");
        bench.sends("c1", stray);
        assertThat(bench.written(Topics.DEADLETTERS)).hasSize(1);
    }

    @Test
    void a_tombstone_goes_to_the_dead_letters() {
        bench.sendsBytes(Requests.ID, null);
        assertThat(bench.written(Topics.DEADLETTERS)).hasSize(1);
    }

    @Test
    void only_the_newest_commands_of_a_case_are_remembered() {
        var handled = HandledCommands.none();
        var source = URI.create("urn:datashare:test");
        for (int i = 0; i < 1_500; i++) {
            handled = handled.and(source, "c" + i, HandledCommands.MOST);
        }
        assertThat(handled.write()).hasSize(8_000);
        assertThat(handled.contain(source, "c1499")).isTrue();
        assertThat(handled.contain(source, "c500")).isTrue();
        assertThat(handled.contain(source, "c499")).isFalse();
        assertThat(handled.and(source, "x", HandledCommands.MOST_WHEN_OVER).write()).hasSize(400);
    }
}
