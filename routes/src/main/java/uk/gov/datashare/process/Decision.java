package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.util.List;

import uk.gov.datashare.contracts.ShareEvent;

/** What follows from a command: events, or nothing, and then for a reason. */
public sealed interface Decision {

    /** These events, in this order; there is at least one. */
    record Happened(List<ShareEvent> events) implements Decision {
        public Happened {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("Where nothing happened, say why");
            }
        }
    }

    /** Nothing; {@code why} is a clause that can stand after "because", such as "version 2 was expected next". */
    record Nothing(String why) implements Decision {
        public Nothing {
            requireNonNull(why);
        }
    }

    /** Nothing, for this reason. */
    static Decision nothing(String why) {
        return new Nothing(why);
    }

    /** Just this. */
    static Decision then(ShareEvent event) {
        return new Happened(List.of(event));
    }
}
