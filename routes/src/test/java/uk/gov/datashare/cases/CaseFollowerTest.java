package uk.gov.datashare.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uk.gov.datashare.cases.SampleEvents.received;
import static uk.gov.datashare.cases.SampleEvents.recorded;
import static uk.gov.datashare.cases.SampleEvents.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.backbone.DeadLetter;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.backbone.Stage;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.RequestTriaged;
import uk.gov.datashare.contracts.ShareEvent.RequestWithdrawn;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CaseFollowerTest {

    private static final InstantSource CLOCK = InstantSource.fixed(SampleEvents.NOON);
    private static final String ONE = "DSR-0000-0000-0001";
    private static final String TWO = "DSR-0000-0000-0002";

    private final List<Received> log = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private int catchingUp;

    @Test
    void each_event_is_seen_with_its_case_as_of_that_event() {
        happened(ONE, 1, submitted());
        happened(TWO, 1, submitted());
        happened(ONE, 2, new RequestTriaged());
        happened(ONE, 3, new RequestWithdrawn("Not needed."));

        follow(stage(), 0, 4);

        assertThat(seen).containsExactly(ONE + " 1 TRIAGE", TWO + " 1 TRIAGE", ONE + " 2 APPROVING",
                ONE + " 3 WITHDRAWN");
        assertThat(catchingUp).isZero();
    }

    @Test
    void a_batch_that_comes_again_is_seen_as_the_first_time() {
        happened(ONE, 1, submitted());
        happened(ONE, 2, new RequestTriaged());
        happened(ONE, 3, new RequestWithdrawn("Not needed."));
        var stage = stage();

        follow(stage, 0, 1);
        follow(stage, 1, 3);
        follow(stage, 1, 3);

        assertThat(seen).containsExactly(ONE + " 1 TRIAGE", ONE + " 2 APPROVING", ONE + " 3 WITHDRAWN",
                ONE + " 2 APPROVING", ONE + " 3 WITHDRAWN");
    }

    @Test
    void after_a_restart_what_came_before_is_read_once() {
        happened(ONE, 1, submitted());
        happened(TWO, 1, submitted());
        happened(ONE, 2, new RequestTriaged());
        happened(TWO, 2, new RequestTriaged());
        happened(TWO, 3, new RequestWithdrawn("Not needed."));

        follow(stage(), 2, 5);

        assertThat(seen).containsExactly(ONE + " 2 APPROVING", TWO + " 2 APPROVING", TWO + " 3 WITHDRAWN");
        assertThat(catchingUp).isEqualTo(1);
    }

    @Test
    void a_partition_that_comes_back_from_another_hub_is_caught_up() {
        happened(ONE, 1, submitted());
        happened(ONE, 2, new RequestTriaged());
        happened(TWO, 1, submitted());
        happened(ONE, 3, new RequestWithdrawn("Not needed."));
        happened(TWO, 2, new RequestTriaged());
        var stage = stage();

        follow(stage, 0, 1);
        follow(stage, 3, 4);
        follow(stage, 2, 5);

        assertThat(seen).containsExactly(ONE + " 1 TRIAGE", ONE + " 3 WITHDRAWN", TWO + " 1 TRIAGE",
                ONE + " 3 WITHDRAWN", TWO + " 2 APPROVING");
    }

    @Test
    void a_late_word_on_a_case_that_is_over_still_finds_its_parties() {
        happened(ONE, 1, submitted());
        happened(ONE, 2, new RequestWithdrawn("Not needed."));
        happened(ONE, 3, sample("mail.not-counted").event());
        var stage = stage();

        follow(stage, 0, 2);
        follow(stage, 2, 3);

        assertThat(seen).endsWith(ONE + " 3 WITHDRAWN");
        assertThat(catchingUp).isZero();
    }

    @Test
    void an_event_that_cannot_be_handled_becomes_a_dead_letter_and_the_next_flows() {
        happened(ONE, 1, new RequestTriaged());
        happened(TWO, 1, submitted());

        assertThat(follow(stage(), 0, 2)).hasExactlyElementsOfTypes(DeadLetter.class);
        assertThat(seen).containsExactly(TWO + " 1 TRIAGE");
    }

    @Test
    void a_history_that_cannot_be_read_holds_the_batch_back() {
        happened(ONE, 2, new RequestTriaged());
        var stage = new CaseFollower((_, _, _) -> {
            throw new UncheckedIOException(new IOException("not now"));
        }).stage("test", CLOCK, this::see);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> stage.apply(log));
        assertThat(seen).isEmpty();
    }

    private Stage stage() {
        return new CaseFollower((partition, before, handler) -> {
            catchingUp++;
            log.stream().filter(record -> record.offset() < before).forEach(handler);
        }).stage("test", CLOCK, this::see);
    }

    private List<Outgoing> follow(Stage stage, int from, int to) {
        return stage.apply(log.subList(from, to));
    }

    private List<Outgoing> see(CaseStep step) {
        seen.add(step.after().requestId() + " " + step.after().sequence() + " " + step.after().state());
        return List.of();
    }

    private void happened(String requestId, long sequence, ShareEvent event) {
        log.add(received(0, log.size(), recorded(requestId, sequence, event)));
    }

    private static ShareEvent submitted() {
        return sample("request.submitted").event();
    }
}
