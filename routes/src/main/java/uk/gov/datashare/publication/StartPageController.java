package uk.gov.datashare.publication;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import uk.gov.datashare.connectors.catalogue.Catalogue;
import uk.gov.datashare.connectors.catalogue.Catalogue.Page;
import uk.gov.datashare.connectors.catalogue.Catalogue.Selection;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Party;

/** The first page: what has been agreed, and which addresses there are to look at. */
@RestController
class StartPageController {

    private static final int SHOWN = 200;

    private final Catalogue catalogue;
    private final Html html = Html.page("start.mustache");

    StartPageController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What the page shows. */
    record StartPage(String caption, List<Row> rows) {}

    /** One arrangement in its table. */
    record Row(String id, String title, String parties, String status, String agreed) {

        static Row of(Arrangement arrangement) {
            var agreed = arrangement.memorandum();
            return new Row(arrangement.arrangementId(), agreed.title(),
                    agreed.parties().stream().map(Party::name).collect(joining(", ")), Words.of(arrangement.status()),
                    Words.of(agreed.agreedAt()));
        }
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> start() {
        Page page = catalogue.page(new Selection(Optional.empty(), Optional.empty(), Optional.empty(), SHOWN));
        List<Row> rows = page.entries().stream().map(entry -> Row.of(entry.arrangement())).toList();
        String caption = page.next().isPresent() ? "The first " + SHOWN + " arrangements" : rows.size() + " in all";
        return html.answer(new StartPage(caption, rows), page.fingerprint());
    }
}
