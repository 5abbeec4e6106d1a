package uk.gov.datashare.status;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.cases.SampleEvents.caseAfter;
import static uk.gov.datashare.cases.SampleEvents.envelope;
import static uk.gov.datashare.cases.SampleEvents.recorded;
import static uk.gov.datashare.cases.SampleEvents.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.cases.CaseStep;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.StatusUpdate;
import uk.gov.datashare.contracts.StatusUpdate.State;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatusStageTest {

    @Test
    void every_party_hears_on_its_own_topic_and_only_the_acquirer_hears_its_own_reference() {
        Map<String, StatusUpdate> told = told(submitted());

        assertThat(told).containsOnlyKeys("datashare.department-for-transport.status.v1",
                "datashare.ordnance-survey.status.v1");
        assertThat(told).allSatisfy((topic, update) -> assertThat(update.externalRef().isPresent()).as(topic)
                .isEqualTo(topic.equals("datashare.department-for-transport.status.v1")));
    }

    @Test
    void of_a_refused_request_only_the_acquirer_hears() {
        assertThat(told(sample("request.refused").event())).containsOnlyKeys("datashare.home-office.status.v1")
                .allSatisfy((_, update) -> assertThat(update.state()).isEqualTo(State.REFUSED));
    }

    @Test
    void it_says_whose_turn_it_is() {
        StatusUpdate asked = any(told(submitted(), sample("approval.requested").event()));
        StatusUpdate queried = any(
                told(submitted(), sample("request.triaged").event(), sample("approval.requested").event(),
                        sample("approval.queried").event()));

        assertThat(asked.waitingFor()).singleElement().satisfies(turn -> {
            assertThat(turn.organisationId()).isEqualTo("ordnance-survey");
            assertThat(turn.role()).isEqualTo(Role.DATA_OWNER);
        });
        assertThat(queried.state()).isEqualTo(State.QUERIED);
        assertThat(queried.waitingFor()).singleElement()
                .satisfies(turn -> assertThat(turn.organisationId()).isEqualTo("department-for-transport"));
    }

    @Test
    void the_same_event_makes_the_same_messages() {
        assertThat(outgoing(submitted())).usingRecursiveComparison().isEqualTo(outgoing(submitted()));
    }

    @Test
    void what_is_told_is_as_its_schema_says() {
        for (String type : List.of("approval.requested", "approval.decided", "request.rejected", "request.lapsed",
                "arrangement.issued", "arrangement.activated")) {
            assertThat(told(submitted(), sample(type).event())).allSatisfy((_, update) -> assertThat(
                    Schemas.check(MessageTypes.of(StatusUpdate.class), MessageJson.tree(update))).as(type).isEmpty());
        }
    }

    private static List<Outgoing> outgoing(ShareEvent... events) {
        var last = recorded("DSR-0000-0000-0001", events.length, events[events.length - 1]);
        return StatusStage.tell(new CaseStep(envelope(last), caseAfter(events)));
    }

    private static Map<String, StatusUpdate> told(ShareEvent... events) {
        return outgoing(events).stream().collect(Collectors.toMap(Outgoing::topic, one -> MessageJson
                .read(((Outgoing.Event) one).envelope().data(), StatusUpdate.class)));
    }

    private static StatusUpdate any(Map<String, StatusUpdate> told) {
        return told.values().iterator().next();
    }

    private static ShareEvent submitted() {
        return sample("request.submitted").event();
    }
}
