package uk.gov.datashare.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Accompaniment;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;

/** What a request says beside its proposal reaches those who approve it, and nobody whom its marking keeps away. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BesideTest {

    private static final Accompaniment ANSWERED = new Accompaniment(Optional.empty(),
            Map.of("DWP-Q1", "For three winters"), List.of());

    @Test
    void answers_stand_beside_the_questions_of_the_registry_and_reviews_beside_their_day() {
        var request = uk.gov.datashare.Sample.of("e-hospital-episodes").request();
        List<Row> rows = MoreFacts.beside(Accompaniment.of(request), uk.gov.datashare.Sample.registry()).toList();

        assertThat(rows).extracting(Row::label).containsExactly("Asked by suppliers");
        assertThat(rows.getFirst().value()).contains("How many people will be able to see the records? 4",
                "before it leaves your hands? YES");
    }

    @Test
    void experts_and_the_day_are_named() {
        var request = uk.gov.datashare.Sample.of("b-address-check").request();

        assertThat(MoreFacts.beside(Accompaniment.of(request), uk.gov.datashare.Sample.registry())).containsExactly(
                new Row("Needed by", "1 September 2027"),
                new Row("Seen by experts",
                        "legal, done on 11 February 2027; data protection, done on 18 February 2027; "
                                + "security, not yet"));
    }

    @Test
    void a_request_that_says_nothing_beside_its_proposal_gets_no_row() {
        var request = uk.gov.datashare.Sample.of("a-postcode-data").request();
        assertThat(Accompaniment.of(request)).isEmpty();
        assertThat(MoreFacts.beside(Optional.empty(), uk.gov.datashare.Sample.registry())).isEmpty();
    }

    @Test
    void the_letter_to_an_approver_has_them() {
        assertThat(asked(Sample.proposal("Addresses")).text()).contains("Asked by suppliers",
                "DWP-Q1 For three winters");
    }

    @Test
    void above_the_marking_of_mail_they_are_withheld() {
        assertThat(asked(Sample.proposal("Addresses", "in short", true)).text()).doesNotContain("three winters");
    }

    private static Letter asked(Proposal proposal) {
        RequestSubmitted plain = Sample.submitted(1, proposal);
        var submitted = new RequestSubmitted(plain.organisationId(), plain.externalRef(), plain.version(),
                plain.requestType(), plain.relatedArrangementId(), plain.parties(), plain.proposal(),
                plain.contentHash(), plain.plan(), plain.warnings(), Optional.of(ANSWERED));
        return Story.begin().and(submitted).and(Everything.sought("T3", Sample.OWNER)).last().getFirst();
    }
}
