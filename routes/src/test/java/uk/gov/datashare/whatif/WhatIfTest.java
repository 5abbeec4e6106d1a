package uk.gov.datashare.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.contracts.WhatIfAnswer;
import uk.gov.datashare.contracts.WhatIfAnswer.Change;
import uk.gov.datashare.contracts.WhatIfAnswer.Outcome;
import uk.gov.datashare.gateways.GatewayChecker;
import uk.gov.datashare.judgement.Judging;
import uk.gov.datashare.process.WorkingCalendars;
import uk.gov.datashare.routing.Routing;
import uk.gov.datashare.validation.Validation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhatIfTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2027-01-12T10:00:00Z"));

    private static WhatIf whatIf(History history) {
        Routing routing = Routing.builtIn();
        GatewayChecker gateways = GatewayChecker.shipped();
        var judging = new Judging(new Validation(CLOCK, _ -> List.of(), WorkingCalendars.shipped()), routing, gateways,
                Judging.Before.nothing());
        return new WhatIf(judging, routing, gateways, Near.nothing(), history, CLOCK);
    }

    private static WhatIfAnswer answer(Sample sample) {
        return whatIf(History.none()).answer(MessageJson.write(sample.json()), Optional.empty(), Sample.registry());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-postcode-data", "c-council-tax-debt", "e-hospital-episodes",
            "f-vehicle-keepers-abroad", "k-school-to-work-research"})
    void says_the_same_twice_and_keeps_to_the_contract(String name) {
        WhatIfAnswer answer = answer(Sample.of(name));
        assertThat(answer).isEqualTo(answer(Sample.of(name)));
        assertThat(answer.outcome()).isEqualTo(Outcome.WOULD_BE_ASKED);
        assertThat(answer.plan()).isPresent();
        assertThat(Schemas.check(MessageTypes.of(WhatIfAnswer.class),
                MessageJson.tree(MessageJson.write(answer)))).isEmpty();
    }

    @Test
    void without_health_data_neither_caldicott_guardian_nor_risk_owner_need_be_asked() {
        assertThat(answer(Sample.of("e-hospital-episodes")).fewerApprovals()).isNotEmpty()
                .anySatisfy(change -> {
                    assertThat(change.edits()).containsExactly("Ask for no data about health.");
                    assertThat(change.removes()).extracting(WhatIfAnswer.Removed::role)
                            .contains(Role.CALDICOTT_GUARDIAN, Role.SIRO);
                    assertThat(change.workingDaysFewer()).isPositive();
                });
    }

    @Test
    void each_change_says_what_to_do_and_whom_it_spares() {
        assertThat(answer(Sample.of("f-vehicle-keepers-abroad")).fewerApprovals()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.edits()).isNotEmpty().hasSizeLessThanOrEqualTo(2);
            assertThat(change.removes()).isNotEmpty();
            assertThat(change.basis()).isEqualTo(Change.Basis.TIME_ALLOWED);
        });
    }

    @Test
    void what_would_come_back_comes_with_all_its_problems() {
        WhatIfAnswer answer = answer(Sample.of("a-postcode-data").without("/proposal/title"));
        assertThat(answer.outcome()).isEqualTo(Outcome.WOULD_COME_BACK);
        assertThat(answer.problems()).extracting(Problem::rule).contains(Schemas.RULE);
    }

    @Test
    void a_power_that_is_not_open_to_a_party_is_among_the_problems_as_it_is_when_the_request_is_sent() {
        Sample fuel = Sample.of("d-fuel-poverty");
        assertThat(answer(fuel).problems()).extracting(Problem::rule).doesNotContain("V11");
        assertThat(answer(fuel.with("/proposal/parties/acquirer", "\"department-for-transport\"")).problems())
                .anySatisfy(problem -> {
                    assertThat(problem.rule()).isEqualTo("V11");
                    assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
                    assertThat(problem.message()).contains("is not specified for DEA-PSD-FP");
                });
    }

    @Test
    void a_slip_of_form_comes_with_what_the_rules_say_of_what_was_meant_and_with_a_message_to_send() {
        WhatIfAnswer answer = answer(Sample.of("a-postcode-data").with("/requestType", "\"new\""));
        assertThat(answer.outcome()).isEqualTo(Outcome.WOULD_COME_BACK);
        assertThat(answer.problems()).extracting(Problem::pointer).contains("/requestType");
        assertThat(answer.corrected().orElseThrow().at("/requestType").asString()).isEqualTo("NEW");
    }

    @Test
    void what_the_hub_may_not_carry_is_refused() {
        assertThat(answer(Sample.of("i-secret-court-papers")).outcome()).isEqualTo(Outcome.WOULD_BE_REFUSED);
    }

    @Test
    void bytes_that_are_no_message_are_answered_too() {
        assertThat(whatIf(History.none()).answer(new byte[]{'{'}, Optional.empty(), Sample.registry()).outcome())
                .isEqualTo(Outcome.WOULD_COME_BACK);
    }

    @Test
    void without_history_there_is_no_forecast_but_the_time_allowed() {
        var forecast = answer(Sample.of("a-postcode-data")).forecast().orElseThrow();
        assertThat(forecast.median()).isEmpty();
        assertThat(forecast.timeAllowed()).isPositive();
        assertThat(forecast.words()).contains("too little history");
    }

    @Test
    void with_history_the_stages_are_added_up() {
        var forecast = whatIf(always(Map.of(2, 9, 7, 1)))
                .answer(Sample.of("a-postcode-data").request(), Sample.of("a-postcode-data").acquirer(),
                        Sample.registry())
                .forecast().orElseThrow();
        assertThat(forecast.median().orElseThrow()).isGreaterThanOrEqualTo(2 * forecast.stages().size());
        assertThat(forecast.ninety().orElseThrow()).isGreaterThan(forecast.median().orElseThrow());
    }

    @Test
    void a_question_by_topic_is_answered_on_that_departments_answers_and_nowhere_else() {
        Sample sample = Sample.of("a-postcode-data");
        var stage = new WhatIfStage(whatIf(History.none()), Sample.registry(), CLOCK);
        List<Outgoing> outgoing = stage.answer(new Received(Topics.whatIf(sample.acquirer()).name(), 0, 0,
                CLOCK.instant(), Optional.of("CASE-1"), Map.of(), Optional.of(MessageJson.write(sample.json()))));
        assertThat(outgoing).extracting(Outgoing::topic)
                .containsExactly(Topics.whatIfAnswers(sample.acquirer()).name());
    }

    private static History always(Map<Integer, Integer> counts) {
        return new History() {

            @Override
            public Map<Integer, Integer> of(String organisationId, Role role) {
                return counts;
            }

            @Override
            public Map<Integer, Integer> of(Role role) {
                return counts;
            }
        };
    }
}
