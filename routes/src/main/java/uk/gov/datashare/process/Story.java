package uk.gov.datashare.process;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ShareEvent;

/** What happens in one decision, event by event, and how the share then stands: what follows is asked of that. */
record Story(Share share, List<ShareEvent> events, Instant now) {

    Story {
        events = List.copyOf(events);
    }

    static Story of(Share share, Instant now) {
        return new Story(share, List.of(), now);
    }

    Story and(ShareEvent event) {
        return new Story(Evolution.evolve(share, event, now), Stream.concat(events.stream(), Stream.of(event)).toList(),
                now);
    }

    Story andAll(List<? extends ShareEvent> more) {
        var story = this;
        for (ShareEvent event : more) {
            story = story.and(event);
        }
        return story;
    }

    Decision end() {
        return new Decision.Happened(events);
    }
}
