package uk.gov.datashare.status;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.cases.SampleEvents.caseAfter;
import static uk.gov.datashare.cases.SampleEvents.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import uk.gov.datashare.cases.CaseSoFar;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.RequestRefused;
import uk.gov.datashare.contracts.ShareEvent.StageOpened;
import uk.gov.datashare.status.Saying.Said;
import uk.gov.datashare.status.Saying.Unsaid;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatusWordsTest {

    private static final Pattern A_SENTENCE = Pattern.compile("[A-Z].*[.]");
    private static final Pattern A_PERSON = Pattern.compile("\\bp-[a-z]+-\\d|@");

    static Stream<ShareEvent> everyKindOfEvent() {
        return Arrays.stream(ShareEvent.class.getPermittedSubclasses())
                .map(kind -> MessageTypes.schemaFile(MessageTypes.of(kind)).replace(".schema.json", ""))
                .map(type -> sample(type).event());
    }

    @ParameterizedTest
    @MethodSource("everyKindOfEvent")
    void every_kind_of_event_is_told_in_a_sentence_that_names_no_person(ShareEvent event) {
        CaseSoFar after = event instanceof RequestRefused ? caseAfter(event) : caseAfter(submitted(), event);

        switch (StatusWords.of(event, after)) {
            case Said(var headline, var detail) -> {
                assertThat(headline).matches(A_SENTENCE).doesNotContainPattern(A_PERSON).hasSizeLessThan(300);
                assertThat(detail.orElse("Nothing.")).isNotBlank().doesNotContainPattern(A_PERSON);
            }
            case Unsaid(var because) -> assertThat(because).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            request.submitted    | The request of Department for Transport has come in and is in order.
            approval.requested   | The data owner of Ordnance Survey has been asked to approve.
            approval.queried     | The data owner of Ordnance Survey has a question for Department for Transport.
            approval.decided     | The data owner of Ordnance Survey has approved, with conditions.
            arrangement.signed   | Ordnance Survey has signed.
            request.withdrawn    | Department for Transport has withdrawn the request.
            """)
    void organisations_go_by_their_names_and_people_by_their_roles(String type, String headline) {
        ShareEvent event = sample(type).event();

        assertThat(said(event)).map(Said::headline).contains(headline);
    }

    @Test
    void a_question_is_told_in_its_own_words() {
        assertThat(said(sample("approval.queried").event())).flatMap(Said::detail)
                .contains("Do you need the boundaries of Northern Ireland as well?");
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void every_outcome_has_words_and_advice_keeps_its_own_to_itself(Outcome outcome) {
        DecisionTaken decided = (DecisionTaken) sample("approval.decided").event();
        var other = new DecisionTaken(decided.taskId(), decided.by(), outcome, Optional.of("In confidence."),
                decided.contentHash(), decided.evidence());

        Said said = said(other).orElseThrow();

        assertThat(said.headline()).startsWith("The data owner of Ordnance Survey ");
        boolean advice = List.of(Outcome.OBJECTION, Outcome.NO_OBJECTION, Outcome.APPROVE).contains(outcome);
        assertThat(said.detail()).isEqualTo(advice ? Optional.empty() : Optional.of("In confidence."));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void every_stage_has_words(Stage stage) {
        assertThat(said(new StageOpened(stage))).map(Said::headline).isPresent();
    }

    private static Optional<Said> said(ShareEvent event) {
        return StatusWords.of(event, caseAfter(submitted(), event)) instanceof Said said
                ? Optional.of(said)
                : Optional.empty();
    }

    private static ShareEvent submitted() {
        return sample("request.submitted").event();
    }
}
