package uk.gov.datashare.approval;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.Golden;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareEvent.QuestionAsked;

/** Letters as their readers get them, approved by reading. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovedLettersTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved-letters");

    @Test
    void a_data_owner_is_asked() {
        approve("approval-needed", asked().last().getFirst());
    }

    @Test
    void an_acquirer_is_asked_a_question() {
        approve("question", asked()
                .and(new QuestionAsked("T3", Sample.OWNER, "For how long will you keep it?\nAnd where?", Sample.HO_LEAD,
                        Sample.TOKEN_DIGEST))
                .last().getFirst());
    }

    @Test
    void a_decision_is_received() {
        approve("receipt", asked().and(Everything.decided("T3", Sample.OWNER, Outcome.APPROVE_WITH_CONDITIONS,
                Optional.of("Delete what does not match."))).last().getFirst());
    }

    private static Story asked() {
        return Story.begin().and(Sample.submitted(1, Sample.proposal("Addresses for visa decisions")))
                .and(Everything.sought("T3", Sample.OWNER));
    }

    private static void approve(String name, Letter letter) {
        Golden.approve(APPROVED.resolve(name + ".txt"), "Subject: " + letter.subject() + "\n\n" + letter.text());
        Golden.approve(APPROVED.resolve(name + ".html"), letter.html());
    }
}
