package uk.gov.datashare;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import uk.gov.datashare.connectors.backbone.TopicProvisioner;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Topics;

/** Sees to it that every organisation has its topics by the time that the registry knows it. */
final class Newcomers {

    private final TopicProvisioner topics;
    private final List<Organisation> expected;
    private final Set<String> provided = new HashSet<>();
    private final Set<String> missing;
    private final CountDownLatch arrivals;

    /** Newcomers of whom these are expected from the start. */
    Newcomers(TopicProvisioner topics, List<Organisation> expected) {
        this.topics = topics;
        this.expected = List.copyOf(expected);
        this.missing = expected.stream().filter(Organisation::takesPart).map(Organisation::id)
                .collect(Collectors.toCollection(HashSet::new));
        this.arrivals = new CountDownLatch(missing.size());
    }

    /** Those who are expected. */
    List<Organisation> expected() {
        return expected;
    }

    /** Makes the topics of all who are expected, at once. */
    void prepare() {
        provide(expected);
    }

    /** The registry has come to know this organisation. */
    synchronized void welcome(Organisation organisation) {
        if (!provided.contains(organisation.id())) {
            provide(List.of(organisation));
        }
        if (missing.remove(organisation.id())) {
            arrivals.countDown();
        }
    }

    /** Waits until the registry knows all who are expected; false when that takes longer. */
    boolean awaitExpected(Duration atMost) throws InterruptedException {
        return arrivals.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void provide(Collection<Organisation> organisations) {
        topics.provide(organisations.stream().filter(Organisation::takesPart)
                .flatMap(organisation -> Topics.of(organisation.id()).stream()).toList());
        organisations.forEach(organisation -> provided.add(organisation.id()));
    }
}
