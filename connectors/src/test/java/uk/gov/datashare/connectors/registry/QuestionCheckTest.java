package uk.gov.datashare.connectors.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.OwnRule;
import uk.gov.datashare.contracts.Question;
import uk.gov.datashare.contracts.Question.Kind;
import uk.gov.datashare.contracts.Role;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuestionCheckTest {

    private static final Organisation DVLA = Parties.dvla();

    @Test
    void questions_of_every_kind_are_in_order() {
        assertThat(problems(question("Q1", Kind.TEXT), question("Q2", Kind.YES_NO), question("Q3", Kind.DATE),
                question("Q4", Kind.NUMBER), question("Q5", Kind.CHOICE, "one", "other"))).isEmpty();
    }

    @Test
    void a_question_that_two_answers_could_mean_is_named() {
        assertThat(problems(question("Q1", Kind.TEXT), question("Q1", Kind.DATE)))
                .containsExactly("the question Q1 is asked twice");
    }

    @Test
    void a_choice_needs_two_answers_and_nothing_else_has_any() {
        assertThat(problems(question("Q1", Kind.CHOICE, "one"), question("Q2", Kind.TEXT, "one"))).containsExactly(
                "the question Q1 leaves no choice: it needs two answers or more",
                "the question Q2 lists choices, but its kind is TEXT");
    }

    @Test
    void a_rule_stands_once() {
        var rule = new OwnRule("R1", 1, "true", "Always", Role.DPO, Mode.ADVISORY, Stage.EXPERT, "We ask.", "Policy");
        assertThat(QuestionCheck.problems(with(List.of(rule, rule), List.of())))
                .containsExactly("the rule R1 is given twice");
    }

    @Test
    void the_registry_names_the_organisation_too() {
        assertThat(OrganisationCheck.problems(with(List.of(), List.of(question("Q1", Kind.CHOICE))))).containsExactly(
                DVLA.id() + ": the question Q1 leaves no choice: it needs two answers or more");
    }

    private static List<String> problems(Question... questions) {
        return QuestionCheck.problems(with(List.of(), List.of(questions)));
    }

    private static Question question(String id, Kind kind, String... choices) {
        return new Question(id, "Why?", kind, List.of(choices), true);
    }

    private static Organisation with(List<OwnRule> rules, List<Question> questions) {
        return new Organisation(DVLA.id(), DVLA.version(), DVLA.name(), DVLA.abbreviation(), DVLA.type(),
                DVLA.status(), DVLA.supersededBy(), DVLA.calendar(), DVLA.sectors(), DVLA.emailDomains(),
                DVLA.requestMailbox(), DVLA.roles(), DVLA.escalationContact(), DVLA.people(), DVLA.assets(),
                DVLA.policies(), DVLA.aliases(), DVLA.curies(), DVLA.contentId(), DVLA.parent(),
                DVLA.jurisdictions(), DVLA.competentAuthority(), rules, questions);
    }
}
