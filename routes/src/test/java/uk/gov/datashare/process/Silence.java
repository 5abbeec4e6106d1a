package uk.gov.datashare.process;

import java.util.List;

import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareEvent;

/** A journal that nobody reads. */
final class Silence {

    static final ProcessJournal JOURNAL = new ProcessJournal() {
        @Override
        public void decided(ShareCommand command, Decision decision) {}

        @Override
        public void repeated(ShareCommand command) {}

        @Override
        public void timePassed(String requestId, List<ShareEvent> events) {}

        @Override
        public void setAside(String place, String why) {
            throw new AssertionError(place + " went to the dead letters: " + why);
        }
    };

    private Silence() {}
}
