package uk.gov.datashare.publication;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import uk.gov.datashare.connectors.catalogue.Catalogue;
import uk.gov.datashare.connectors.catalogue.Catalogue.Entry;
import uk.gov.datashare.connectors.catalogue.Catalogue.Found;

/** One arrangement for an address, or the answer that HTTP has for there being none. */
final class Lookup {

    private Lookup() {}

    /**
     * The arrangement of this id.
     *
     * @throws ResponseStatusException 404 when there never was one, 410 when it has been taken out
     */
    static Entry in(Catalogue catalogue, String arrangementId) {
        return switch (catalogue.find(arrangementId)) {
            case Found.Listed(var entry) -> entry;
            case Found.Removed() -> throw new ResponseStatusException(HttpStatus.GONE,
                    "This arrangement has been taken out of the catalogue.");
            case Found.Unknown() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND,
                    "The catalogue has no arrangement of this id.");
        };
    }
}
