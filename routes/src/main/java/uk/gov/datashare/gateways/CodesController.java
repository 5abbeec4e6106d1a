package uk.gov.datashare.gateways;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import uk.gov.datashare.contracts.MessageJson;

/** The hub's lists of legal codes, each with its source and its day, for whoever fills in a request. */
@RestController
class CodesController {

    @GetMapping(path = "/codes/gateways", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] gateways() {
        return MessageJson.write(Gateways.known());
    }
}
