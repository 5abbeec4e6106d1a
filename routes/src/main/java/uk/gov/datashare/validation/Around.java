package uk.gov.datashare.validation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is going on around a request.
 *
 * @param today the day in London, where there is a clock to ask
 * @param open  the requests that are on their way already
 */
record Around(Optional<LocalDate> today, OpenRequests open) {

    /** Nothing is known: what rules need it for, they then do not find. */
    static final Around NOTHING = new Around(Optional.empty(), _ -> List.of());

    Around {
        requireNonNull(today);
        requireNonNull(open);
    }
}
