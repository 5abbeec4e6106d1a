package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.ShareRequest.ExternalRef;
import uk.gov.datashare.contracts.Topics;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessTopologyTest {

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

    private Bench live() {
        return submitted().holderSays("c2", "T1", Approve::new)
                .holderSays("c3", "T2", Approve::new)
                .holderSays("c4", "T3", Sign::new)
                .holderSays("c5", "T4", Sign::new);
    }

    @Test
    void a_command_leads_to_events_that_carry_its_correlation_and_its_cause() {
        var events = submitted().messages(Topics.EVENTS);
        assertThat(events).extracting(Envelope::id)
                .containsExactly(Requests.ID + "/1", Requests.ID + "/2", Requests.ID + "/3", Requests.ID + "/4");
        assertThat(events).extracting(Envelope::type)
                .first()
                .isEqualTo("uk.gov.datashare.request.submitted.v1");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.correlationId()).isEqualTo("correlation-of-c1");
            assertThat(event.causationId()).contains("c1");
        });
    }

    @Test
    void every_event_carries_the_hash_of_the_one_before_it() {
        var log = live().log();
        for (int i = 1; i < log.size(); i++) {
            assertThat(log.get(i).previousHash()).isEqualTo(MessageJson.hash(log.get(i - 1)));
        }
    }

    @Test
    void a_restart_changes_nothing() {
        submitted().holderSays("c2", "T1", Approve::new).restarts();
        bench.sends("c1", Requests.submit(1, Plans.small()));
        assertThat(bench.answers()).hasSize(1);
        bench.holderSays("c3", "T2", Approve::new);
        assertThat(bench.eventNames()).contains("RequestAgreed", "DocumentIssued");
        assertThat(bench.log()).extracting(recorded -> recorded.sequence()).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void time_reminds_and_escalates_on_the_hubs_own_clock() {
        submitted().events();
        assertThat(bench.timePasses("2026-06-03T16:59").eventNames()).isEmpty();
        assertThat(bench.timePasses("2026-06-04T17:00").eventNames()).containsExactly("ApproverReminded");
        assertThat(bench.timePasses("2026-06-04T17:01").eventNames()).isEmpty();
        assertThat(bench.timePasses("2026-06-08T17:00").eventNames()).containsExactly("TaskEscalated");
    }

    @Test
    void timers_outlive_a_restart() {
        submitted().events();
        assertThat(bench.restarts().timePasses("2026-06-08T17:00").eventNames()).containsExactly("TaskEscalated");
    }

    @Test
    void there_is_one_deadline_for_an_open_case_and_none_for_a_closed_one() {
        submitted().holderSays("c2", "T1", Approve::new);
        assertThat(bench.entries(CaseProcessor.DEADLINES)).isOne();
        bench.holderSays("c3", "T2", (id, reply) -> new Reject(id, reply, Optional.of("no")));
        assertThat(bench.entries(CaseProcessor.DEADLINES)).isZero();
    }

    @Test
    void a_closed_case_shrinks_to_a_short_line() {
        submitted();
        int open = bench.bytesOf(Requests.ID);
        bench.holderSays("c2", "T1", (id, reply) -> new Reject(id, reply, Optional.of("no")));
        assertThat(bench.bytesOf(Requests.ID)).isLessThan(400).isLessThan(open / 4);
    }

    @Test
    void agreed_means_published() {
        var events = live().messages(Topics.EVENTS);
        var whole = bench.messages(Topics.ARRANGEMENTS);
        var changes = bench.messages(Topics.ARRANGEMENT_EVENTS);
        assertThat(whole).singleElement().satisfies(message -> {
            assertThat(message.type()).isEqualTo(MessageTypes.ARRANGEMENT_PUBLISHED);
            assertThat(message.subject()).isEqualTo("ARR" + Requests.ID.substring(3));
            var arrangement = MessageJson.read(message.data(), Arrangement.class);
            assertThat(arrangement.status()).isEqualTo(Arrangement.Status.ACTIVE);
            assertThat(arrangement.documentHash()).isEqualTo(MessageJson.hash(arrangement.memorandum()));
        });
        assertThat(changes).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo(events.getLast().id());
            assertThat(message.data()).isEqualTo(events.getLast().data());
        });
    }

    @Test
    void an_arrangement_that_expires_is_published_once_more() {
        live().messages(Topics.ARRANGEMENTS);
        bench.timePasses("2027-07-01T00:00");
        assertThat(bench.messages(Topics.ARRANGEMENTS)).singleElement()
                .satisfies(message -> assertThat(MessageJson.read(message.data(), Arrangement.class).status())
                        .isEqualTo(Arrangement.Status.EXPIRED));
        assertThat(bench.messages(Topics.ARRANGEMENT_EVENTS)).hasSize(2);
    }

    @Test
    void cases_do_not_get_in_each_others_way() {
        submitted();
        var other = Requests.submit(new ExternalRef("test-cases", "4712"), 1, Plans.full());
        bench.sends("d1", other);
        assertThat(bench.entries(CaseProcessor.CASES)).isEqualTo(2);
        assertThat(bench.entries(CaseProcessor.DEADLINES)).isEqualTo(2);
        assertThat(bench.eventNames()).filteredOn("RequestSubmitted"::equals).hasSize(2);
    }
}
