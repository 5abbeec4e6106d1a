package uk.gov.datashare.whatif;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import uk.gov.datashare.connectors.backbone.NotYet;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.WhatIfAnswer;

/** The dry run for case systems and people without Kafka: a request in, what would become of it out, and nothing kept. */
@RestController
class WhatIfController {

    private final WhatIf whatIf;
    private final Registry registry;

    WhatIfController(WhatIf whatIf, Registry registry) {
        this.whatIf = whatIf;
        this.registry = registry;
    }

    @PostMapping(path = "/what-if", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> json(InputStream message, @RequestParam Optional<String> as) throws IOException {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(MessageJson.write(answer(message, as)));
    }

    @PostMapping(path = "/what-if", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> words(InputStream message, @RequestParam Optional<String> as) throws IOException {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(WhatIfWords.of(answer(message, as)).getBytes(StandardCharsets.UTF_8));
    }

    private WhatIfAnswer answer(InputStream message, Optional<String> as) throws IOException {
        byte[] bytes = message.readNBytes(MessageJson.MOST_BYTES + 1);
        if (bytes.length > MessageJson.MOST_BYTES) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE,
                    "A request has at most " + MessageJson.MOST_BYTES + " bytes.");
        }
        if (as.filter(id -> registry.organisation(id).isEmpty()).isPresent()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Nobody is registered by the name in as.");
        }
        return whatIf.answer(bytes, as, registry);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> later(NotYet reason) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "10")
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(String.valueOf(reason.getMessage()).getBytes(StandardCharsets.UTF_8));
    }
}
