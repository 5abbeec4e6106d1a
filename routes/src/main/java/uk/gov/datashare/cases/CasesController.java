package uk.gov.datashare.cases;

import java.util.List;
import java.util.Optional;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.StatusUpdate.State;
import uk.gov.datashare.contracts.StatusUpdate.Waiting;

/** Where a case stands and whose turn it is. What the case is about stays between its parties: nobody here has said who asks. */
@RestController
class CasesController {

    private final CaseView cases;

    CasesController(CaseView cases) {
        this.cases = cases;
    }

    /** What is answered about a case. */
    record CaseAnswer(String requestId, int version, State state, List<Waiting> waitingFor,
            Optional<String> arrangementId) {

        static CaseAnswer of(CaseSoFar now) {
            return new CaseAnswer(now.requestId(), now.version(), now.state(), Turn.in(now), now.arrangementId());
        }
    }

    @GetMapping(path = "/cases/{requestId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> one(@PathVariable String requestId) {
        CaseSoFar now = cases.find(requestId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                "The hub has no case of this id."));
        return ResponseEntity.ok().eTag(Long.toString(now.sequence())).cacheControl(CacheControl.noCache())
                .body(MessageJson.write(CaseAnswer.of(now)));
    }
}
