package uk.gov.datashare.connectors.email.mailbox;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.backbone.Leadership;

/**
 * Reading a mailbox, as what a leader does: the route starts with the lead and stops with it. The mail that is in hand then is
 * finished, and no other is begun.
 */
record Duty(CamelContext camel, String routeId, Silence silence) implements Leadership.Task {

    private static final Logger LOG = LoggerFactory.getLogger(Duty.class);
    /** Within the time that Kafka waits for a leader to end; a fetch that takes longer is cut off, and the mail stays. */
    private static final long TIME_FOR_THE_MAIL_IN_HAND = 10;

    @Override
    public void begin() {
        if (isStopping()) {
            return;
        }
        try {
            silence.begin();
            camel.getRouteController().startRoute(routeId);
        } catch (Exception failure) {
            silence.end();
            throw new IllegalStateException("The route " + routeId + " does not start", failure);
        }
    }

    /** Where all is being stopped, the route has been stopped before. */
    @Override
    public void end() {
        silence.end();
        if (isStopping()) {
            return;
        }
        try {
            camel.getRouteController().stopRoute(routeId, TIME_FOR_THE_MAIL_IN_HAND, SECONDS);
        } catch (Exception failure) {
            LOG.error("The route {} does not stop; it reads nothing more, for this hub does not lead", routeId,
                    failure);
        }
    }

    private boolean isStopping() {
        return camel.isStopping() || camel.isStopped();
    }
}
