package uk.gov.datashare.connectors.backbone;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a stage makes of a batch, as a step of its route: {@code .transform(Stage.each(ROUTE, clock, this::check))}. It is
 * a plain function too, so a test needs no route.
 */
public final class Stage implements Function<List<Received>, List<Outgoing>>, Expression {

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

    private final Function<List<Received>, List<Outgoing>> whole;

    private Stage(Function<List<Received>, List<Outgoing>> whole) {
        this.whole = requireNonNull(whole);
    }

    /**
     * A stage that looks at each record by itself. A record on which the function throws becomes a dead letter that names
     * the route and the failure, and the others flow; only {@link NotYet} holds the batch back.
     */
    public static Stage each(String routeId, InstantSource clock, Function<Received, List<Outgoing>> function) {
        return new Stage(batch -> batch.stream().flatMap(one -> follow(one, routeId, clock, function)).toList());
    }

    /** A stage that needs the whole batch at once. What it throws holds the batch back until it heals. */
    public static Stage whole(Function<List<Received>, List<Outgoing>> function) {
        return new Stage(function);
    }

    private static Stream<Outgoing> follow(Received one, String routeId, InstantSource clock,
            Function<Received, List<Outgoing>> function) {
        try {
            return List.copyOf(function.apply(one)).stream();
        } catch (NotYet later) {
            throw later;
        } catch (RuntimeException failure) {
            LOG.error("{} could not handle {}: it becomes a dead letter", routeId, one.place(), failure);
            return Stream.of(DeadLetter.of(one, routeId, failure, clock.instant()));
        }
    }

    @Override
    public List<Outgoing> apply(List<Received> batch) {
        return whole.apply(batch);
    }

    @Override
    public <T> T evaluate(Exchange exchange, Class<T> type) {
        return type.cast(apply(Exchanges.list(exchange, Received.class)));
    }
}
