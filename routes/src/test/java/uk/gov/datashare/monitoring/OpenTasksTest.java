package uk.gov.datashare.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.cases.SampleEvents.caseAfter;
import static uk.gov.datashare.cases.SampleEvents.envelope;
import static uk.gov.datashare.cases.SampleEvents.recorded;
import static uk.gov.datashare.cases.SampleEvents.sample;

import java.util.Map;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.StatusUpdate.State;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenTasksTest {

    private static final String ID = "DSR-0000-0000-0001";
    private static final ShareEvent SUBMITTED = sample("request.submitted").event();
    private static final ShareEvent WITHDRAWN = sample("request.withdrawn").event();

    private final OpenTasks tasks = new OpenTasks();

    private void hears(long sequence, ShareEvent... events) {
        tasks.changed(caseAfter(events), envelope(recorded(ID, sequence, events[events.length - 1])));
    }

    @Test
    void an_open_case_is_counted_where_it_stands_and_not_when_it_is_over() {
        hears(1, SUBMITTED);
        assertThat(tasks.states()).containsExactly(State.TRIAGE);
        hears(2, SUBMITTED, WITHDRAWN);
        assertThat(tasks.states()).isEmpty();
        assertThat(tasks.ends()).isEqualTo(Map.of(State.WITHDRAWN, 1L));
    }

    @Test
    void what_is_heard_of_a_case_after_its_end_is_no_other_end() {
        hears(1, SUBMITTED);
        hears(2, SUBMITTED, WITHDRAWN);
        hears(3, SUBMITTED, WITHDRAWN, sample("mail.not-counted").event());
        assertThat(tasks.ends()).isEqualTo(Map.of(State.WITHDRAWN, 1L));
        assertThat(tasks.tasks()).isEmpty();
    }
}
