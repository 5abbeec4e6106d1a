package uk.gov.datashare.post;

import java.time.Duration;

/** The two ways to the counter: what fails on the first goes on by the second, and holds up nothing that is new. */
enum Lane {

    /** Letters as they are written. */
    NEW(PostRoutes.SEND, Duration.ofSeconds(3), 8),
    /** Letters whose next turn it is, and those to slow domains. */
    AGAIN(PostRoutes.SEND_AGAIN, Duration.ofSeconds(10), 4);

    private final String route;
    private final Duration patience;
    private final int couriersToADomain;

    Lane(String route, Duration patience, int couriersToADomain) {
        this.route = route;
        this.patience = patience;
        this.couriersToADomain = couriersToADomain;
    }

    /** The route that dead letters name. */
    String route() {
        return route;
    }

    /** How long a batch waits for its couriers. */
    Duration patience() {
        return patience;
    }

    /** How many couriers are on the way to one domain at most. */
    int couriersToADomain() {
        return couriersToADomain;
    }
}
