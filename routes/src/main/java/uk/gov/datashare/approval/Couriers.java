package uk.gov.datashare.approval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;

/** Carries the letters of different cases side by side, for a mail server answers slowly, and those of one case in their order. */
final class Couriers {

    private Couriers() {}

    /** What follows from each record, once all are done; what one of them throws is thrown then. */
    static List<Outgoing> carry(List<Received> batch, Function<Received, List<Outgoing>> deliver) {
        var rounds = batch.stream()
                .collect(Collectors.groupingBy(record -> record.key().orElse(""), LinkedHashMap::new,
                        Collectors.toList()))
                .values();
        try (var couriers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Outgoing>>> results = rounds.stream()
                    .map(round -> couriers
                            .submit(() -> round.stream().flatMap(one -> deliver.apply(one).stream()).toList()))
                    .toList();
            return results.stream().flatMap(Couriers::result).toList();
        }
    }

    private static Stream<Outgoing> result(Future<List<Outgoing>> round) {
        try {
            return round.get().stream();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotNow("the hub is stopping");
        }
    }
}
