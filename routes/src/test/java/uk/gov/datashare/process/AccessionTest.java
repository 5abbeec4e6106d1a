package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.SubmitRequest;
import uk.gov.datashare.contracts.ShareRequest.RequestType;

/** What becomes of a request to join an arrangement. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessionTest {

    private static final String UMBRELLA = "ARR-4MQT-3ARG-KGRE";

    @Test
    void the_memorandum_says_which_arrangement_is_joined() {
        Memorandum memorandum = agreed(RequestType.ACCESSION);

        assertThat(memorandum.accedesTo()).contains(UMBRELLA);
        assertThat(MessageJson.tree(memorandum).path("accedesTo").asString()).isEqualTo(UMBRELLA);
        assertThat(memorandum.arrangementId()).isNotEqualTo(UMBRELLA);
    }

    @Test
    void a_request_about_an_arrangement_that_joins_nothing_says_nothing_of_it() {
        assertThat(agreed(RequestType.AMENDMENT).accedesTo()).isEmpty();
        assertThat(MessageJson.tree(agreed(RequestType.AMENDMENT)).has("accedesTo")).isFalse();
    }

    private static Memorandum agreed(RequestType type) {
        SubmitRequest plain = Requests.submit(1, Plans.small());
        var story = Case.unseen().does(new SubmitRequest(plain.requestId(), plain.organisationId(), plain.externalRef(),
                plain.version(), type, Optional.of(UMBRELLA), plain.parties(), plain.proposal(), plain.contentHash(),
                plain.plan(), plain.warnings())).holderSays("T1", Approve::new).holderSays("T2", Approve::new);
        return ((Share.Signing) story.share()).memorandum();
    }
}
