package uk.gov.datashare.cases;

import java.util.List;

import uk.gov.datashare.contracts.RecordedEvent;

/** Cases as whoever reads their events has them. */
public final class Cases {

    private Cases() {}

    /** The case after these events. */
    public static CaseSoFar after(List<RecordedEvent> log) {
        return log.stream().skip(1).reduce(CaseFold.begin(log.getFirst()), CaseFold::after, (_, later) -> later);
    }
}
