package uk.gov.datashare.precedents;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Purpose.Category;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.ShareRequest;

/**
 * What has been agreed before, for whoever writes a request. A case is not compared by its id: what it is about stays between
 * its parties, and the difference would tell. Whoever has the request can send it.
 */
@RestController
class PrecedentsController {

    private static final int MOST = 20;

    private final Agreed agreed;

    PrecedentsController(Agreed agreed) {
        this.agreed = requireNonNull(agreed);
    }

    /**
     * What is answered.
     *
     * @param complete whether the hub has read everything that had been agreed when it started
     * @param covering arrangements in force that cover the request and could be joined
     * @param nearest  those that come nearest to it, whether in force or not
     */
    record Answer(boolean complete, List<Precedent> covering, List<Precedent> nearest) {}

    /**
     * What is found without a request.
     *
     * @param complete   whether the hub has read everything that had been agreed when it started
     * @param precedents the arrangements in force
     */
    record Found(boolean complete, List<Precedent> precedents) {}

    /** The arrangements in force of this kind, in the order of their ids; one who has joined another stands with that one. */
    @GetMapping(path = "/precedents", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> search(@RequestParam Optional<Category> purpose, @RequestParam Optional<String> power,
            @RequestParam Optional<String> asset, @RequestParam Optional<String> supplier,
            @RequestParam(defaultValue = "20") int limit) {
        var facets = new Facets(purpose, power, asset, supplier);
        return answer(new Found(agreed.isComplete(), agreed.now().matching(facets, checked(limit))));
    }

    /** A request, as it would be put on its topic, next to what has been agreed. It is looked at, and kept nowhere. */
    @PostMapping(path = "/precedents", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> compare(InputStream body, @RequestParam(defaultValue = "5") int limit) throws IOException {
        // One byte more than is read as a message: what is longer is told so, and not taken in first.
        var proposal = read(body.readNBytes(MessageJson.MOST_BYTES + 1)).proposal();
        Precedents precedents = agreed.now();
        return answer(new Answer(agreed.isComplete(), precedents.covering(proposal),
                precedents.nearest(proposal, checked(limit))));
    }

    private static ResponseEntity<byte[]> answer(Object found) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(MessageJson.write(found));
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must be between 1 and " + MOST);
        }
        return limit;
    }

    private static ShareRequest read(byte[] body) {
        return switch (Schemas.read(body)) {
            case Schemas.Parsed.Unreadable(var problem) -> throw refused(List.of(problem));
            case Schemas.Parsed.Tree(var json) -> asRequest(json);
        };
    }

    private static ShareRequest asRequest(JsonNode json) {
        List<Problem> problems = Schemas.check(MessageTypes.of(ShareRequest.class), json);
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
        try {
            return MessageJson.read(json, ShareRequest.class);
        } catch (JacksonException impossible) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT,
                    "A value has the right form, but there is no such thing.", impossible);
        }
    }

    /** Everything that is wrong at once, as an error report would have it. */
    private static ErrorResponseException refused(List<Problem> problems) {
        var detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
                "This is no request as the schema case.submitted has it.");
        detail.setProperty("problems", problems);
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, detail, null);
    }
}
