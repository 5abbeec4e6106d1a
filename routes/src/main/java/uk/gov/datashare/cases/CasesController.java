package uk.gov.datashare.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.StatusUpdate.State;
import uk.gov.datashare.contracts.StatusUpdate.Waiting;

/** Where a case stands and whose turn it is. What the case is about stays between its parties: nobody here has said who asks. */
@RestController
class CasesController {

    private final CaseView cases;

    CasesController(CaseView cases) {
        this.cases = cases;
    }

    /**
     * What is answered about a case.
     *
     * @param waitingFor     whose turn it is
     * @param carriedForward whose yes to an earlier version counts for this one, because nothing that it covers has changed
     */
    record CaseAnswer(String requestId, int version, State state, List<Waiting> waitingFor,
            List<Carried> carriedForward, Optional<String> arrangementId) {

        static CaseAnswer of(CaseSoFar now) {
            return new CaseAnswer(now.requestId(), now.version(), now.state(), Turn.in(now),
                    now.tasks().values().stream().flatMap(Carried::from).toList(), now.arrangementId());
        }
    }

    /**
     * A yes that was not asked for again.
     *
     * @param organisationId whose
     * @param role           in which role
     * @param taskId         for which task of this version
     * @param fromVersion    which version they said it to
     */
    record Carried(String organisationId, Role role, String taskId, int fromVersion) {

        static Stream<Carried> from(TaskSoFar task) {
            return task.carriedFrom().stream().map(version -> new Carried(task.plan().organisationId(),
                    task.plan().role(), task.plan().taskId(), version));
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
