package uk.gov.datashare.publication;

import java.util.List;
import java.util.Optional;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.connectors.catalogue.Catalogue;
import uk.gov.datashare.connectors.catalogue.Catalogue.Entry;
import uk.gov.datashare.connectors.catalogue.Catalogue.Page;
import uk.gov.datashare.connectors.catalogue.Catalogue.Selection;
import uk.gov.datashare.contracts.Arrangement.Status;
import uk.gov.datashare.contracts.MessageJson;

/** The agreed arrangements as JSON, for catalogue consumers without Kafka: the same records as on the topic. */
@RestController
class ArrangementsController {

    private static final int MOST = 100;

    private final Catalogue catalogue;

    ArrangementsController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A page of arrangements, in the order of their ids; the {@code Link} header leads to the next (RFC 8288). */
    @GetMapping(path = "/arrangements", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(@RequestParam(defaultValue = "20") int limit, @RequestParam Optional<String> after,
            @RequestParam Optional<String> organisation, @RequestParam Optional<Status> status) {
        if (limit < 1 || limit > MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must be between 1 and " + MOST);
        }
        var selection = new Selection(organisation, status, after, limit);
        Page page = catalogue.page(selection);
        var answer = ResponseEntity.ok().eTag(page.fingerprint()).cacheControl(CacheControl.noCache());
        Optional<String> next = page.next().map(last -> addressOf(selection, last));
        next.ifPresent(address -> answer.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\""));
        return answer.body(MessageJson.write(asTree(page.entries(), next)));
    }

    /** One arrangement, whole. */
    @GetMapping(path = "/arrangements/{arrangementId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> one(@PathVariable String arrangementId) {
        Entry entry = Lookup.in(catalogue, arrangementId);
        return ResponseEntity.ok().eTag(entry.fingerprint()).cacheControl(CacheControl.noCache())
                .body(MessageJson.write(entry.arrangement()));
    }

    private static String addressOf(Selection selection, String after) {
        return UriComponentsBuilder.fromPath("/arrangements")
                .queryParam("limit", selection.limit())
                .queryParamIfPresent("organisation", selection.organisation())
                .queryParamIfPresent("status", selection.status())
                .queryParam("after", after)
                .encode().build().toUriString();
    }

    private static ObjectNode asTree(List<Entry> entries, Optional<String> next) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode arrangements = page.putArray("arrangements");
        entries.forEach(entry -> arrangements.add(MessageJson.tree(entry.arrangement())));
        next.ifPresent(address -> page.put("next", address));
        return page;
    }
}
