package uk.gov.datashare;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import uk.gov.datashare.connectors.backbone.TopicProvisioner;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Topics;

/** Sees to it that every organisation has its topics by the time that the registry knows it. */
final class Newcomers {

    private final TopicProvisioner topics;
    private final Set<String> provided = new HashSet<>();
    private final Set<String> welcomed = new HashSet<>();
    private final Set<String> awaited = new HashSet<>();
    private CountDownLatch arrivals = new CountDownLatch(0);

    Newcomers(TopicProvisioner topics) {
        this.topics = topics;
    }

    /** Makes the topics of all of these at once. */
    synchronized void expect(Collection<Organisation> organisations) {
        topics.provide(organisations.stream().flatMap(organisation -> Topics.of(organisation.id()).stream()).toList());
        organisations.forEach(organisation -> provided.add(organisation.id()));
    }

    /** The registry has come to know this organisation. */
    synchronized void welcome(Organisation organisation) {
        if (!provided.contains(organisation.id())) {
            expect(List.of(organisation));
        }
        welcomed.add(organisation.id());
        if (awaited.remove(organisation.id())) {
            arrivals.countDown();
        }
    }

    /** Waits until the registry knows all of these; false when that takes longer. */
    boolean awaitAll(Collection<Organisation> organisations, Duration atMost) throws InterruptedException {
        return missing(organisations).await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized CountDownLatch missing(Collection<Organisation> organisations) {
        awaited.addAll(organisations.stream().map(Organisation::id).filter(id -> !welcomed.contains(id)).toList());
        arrivals = new CountDownLatch(awaited.size());
        return arrivals;
    }
}
