package uk.gov.datashare.digest;

import static java.util.Objects.requireNonNull;

import java.time.LocalTime;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Organisation.Calendar;
import uk.gov.datashare.process.WorkingCalendars;

/** Looks up what a person has chosen, as the registry has it now. */
final class Readers {

    private final Registry registry;
    private final WorkingCalendars calendars;
    private final LocalTime hour;

    Readers(Registry registry, WorkingCalendars calendars, LocalTime hour) {
        this.registry = requireNonNull(registry);
        this.calendars = requireNonNull(calendars);
        this.hour = requireNonNull(hour);
    }

    /** The person of this id; one whom nobody knows wants no digest. */
    Reader of(String personId) {
        return registry.person(personId)
                .map(holder -> new Reader(holder.person().wantsDigest(), calendars.of(holder.organisation().calendar()),
                        hour))
                .orElseGet(() -> new Reader(false, calendars.of(Calendar.ENGLAND_AND_WALES), hour));
    }

    /** Grows when anybody may have chosen anew. */
    long version() {
        return registry.version();
    }
}
