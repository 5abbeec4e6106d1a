package uk.gov.datashare.gateways;

import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import uk.gov.datashare.contracts.CodeLists;
import uk.gov.datashare.contracts.MessageJson;

/** The hub's lists of codes, each with its source and its day, for whoever fills in a request. */
@RestController
@RequestMapping(path = "/codes", produces = MediaType.APPLICATION_JSON_VALUE)
class CodesController {

    private static final String GATEWAYS = "gateways";

    /**
     * One list among those that can be had.
     *
     * @param path  its address at this hub
     * @param title what its codes are for
     */
    record Available(String path, String title) {}

    @GetMapping
    byte[] lists() {
        return MessageJson.write(Stream.concat(
                CodeLists.all().stream().map(list -> new Available("/codes/" + list.name(), list.title())),
                Stream.of(new Available("/codes/" + GATEWAYS, "Legal gateways"))).toList());
    }

    /**
     * One list.
     *
     * @throws ResponseStatusException 404 when there is none of this name
     */
    @GetMapping("/{list}")
    byte[] list(@PathVariable String list) {
        Optional<?> found = list.equals(GATEWAYS) ? Optional.of(Gateways.known()) : CodeLists.named(list);
        return MessageJson.write(found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                "There is no list of codes of this name. GET /codes says which there are.")));
    }
}
