package uk.gov.datashare.process;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareEvent;

/** Hears what the process does with each command, for logs and counters. It may not change anything. */
public interface ProcessJournal {

    /** A command was decided on. */
    void decided(ShareCommand command, Decision decision);

    /** A command came that was handled before. */
    void repeated(ShareCommand command);

    /** Time had something to say to a case. */
    void timePassed(String requestId, List<ShareEvent> events);

    /** A record went to the dead letters. */
    void setAside(String place, String why);

    /** A journal that writes to the log: names of things and cases, and nothing that anybody wrote. */
    static ProcessJournal logging() {
        return new Log();
    }

    /** The journal that is written to the log. */
    final class Log implements ProcessJournal {

        private static final Logger LOG = LoggerFactory.getLogger(ProcessJournal.class);

        private Log() {}

        @Override
        public void decided(ShareCommand command, Decision decision) {
            switch (decision) {
                case Decision.Happened(var events) ->
                    LOG.debug("{} {} led to {}", command.requestId(), name(command),
                            events.stream().map(Log::name).toList());
                case Decision.Nothing(var why) ->
                    LOG.info("{} {} changed nothing, because {}", command.requestId(), name(command), why);
            }
        }

        @Override
        public void repeated(ShareCommand command) {
            LOG.debug("{} {} was handled before", command.requestId(), name(command));
        }

        @Override
        public void timePassed(String requestId, List<ShareEvent> events) {
            LOG.debug("{} time led to {}", requestId, events.stream().map(Log::name).toList());
        }

        @Override
        public void setAside(String place, String why) {
            LOG.warn("{} went to the dead letters: {}", place, why);
        }

        private static String name(Object thing) {
            return thing.getClass().getSimpleName();
        }
    }
}
