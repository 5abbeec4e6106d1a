package uk.gov.datashare.publication;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import uk.gov.datashare.connectors.catalogue.Catalogue;
import uk.gov.datashare.connectors.catalogue.Catalogue.Entry;
import uk.gov.datashare.contracts.MessageJson;

/** The digital memorandum of understanding: to be read by people, and to be checked byte by byte. */
@RestController
class MemorandumController {

    private final Catalogue catalogue;
    private final Html html = Html.page("memorandum.mustache");

    MemorandumController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The memorandum as a page. */
    @GetMapping(path = "/arrangements/{arrangementId}/memorandum", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(@PathVariable String arrangementId) {
        Entry entry = Lookup.in(catalogue, arrangementId);
        return html.answer(MemorandumPage.of(entry.arrangement()), entry.fingerprint());
    }

    /** The memorandum's canonical JSON (RFC 8785): exactly the bytes whose SHA-256 the parties signed. */
    @GetMapping(path = "/arrangements/{arrangementId}/memorandum.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> canonical(@PathVariable String arrangementId) {
        Entry entry = Lookup.in(catalogue, arrangementId);
        return ResponseEntity.ok().eTag(entry.arrangement().documentHash()).cacheControl(CacheControl.noCache())
                .body(MessageJson.canonical(entry.arrangement().memorandum()));
    }
}
