package uk.gov.datashare.judgement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.connectors.backbone.NotYet;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.gateways.GatewayChecker;
import uk.gov.datashare.precedents.Prior;
import uk.gov.datashare.routing.Routed;
import uk.gov.datashare.routing.Routing;
import uk.gov.datashare.validation.Validation;
import uk.gov.datashare.validation.Verdict;

/**
 * Judges requests by every rule of form, law and routing, by the list of powers and by what has been agreed. Whoever sends a
 * request and whoever only asks about it are judged here, so that the one is never told other things than the other.
 */
public final class Judging {

    private final Validation validation;
    private final Routing routing;
    private final PowersOpen powers;
    private final Before before;

    /**
     * A judge by these rules.
     *
     * @param gateways who may use which power
     * @param before   what has been agreed before
     */
    public Judging(Validation validation, Routing routing, GatewayChecker gateways, Before before) {
        this.validation = requireNonNull(validation);
        this.routing = requireNonNull(routing);
        this.powers = new PowersOpen(gateways);
        this.before = requireNonNull(before);
    }

    /** What has been agreed before, as far as a request is about it. */
    @FunctionalInterface
    public interface Before {

        /**
         * What matters to a request of this organisation.
         *
         * @throws NotYet when it cannot be said now
         */
        Prior of(ShareRequest request, String organisation);

        /** Nothing has been agreed, as far as is known here. */
        static Before nothing() {
            return (_, _) -> new Prior(Optional.empty(), List.of());
        }
    }

    /**
     * What becomes of a request.
     *
     * @param organisation whose topic it came by: who is asking
     * @param now          the registry at one moment
     * @throws NotYet when it cannot be said now, because what has been agreed cannot be read
     */
    public Judgement of(ShareRequest request, String organisation, Registry now) {
        Optional<Routed.Refused> refused = routing.refusal(request.proposal(), now);
        if (refused.isPresent()) {
            return new Judgement.NotCarried(request, refused.get());
        }
        Found found = found(request, organisation, now);
        Verdict verdict = found.verdict();
        if (verdict.refused()) {
            return new Judgement.ComesBack(verdict);
        }
        return switch (routing.plan(verdict.request(), now, found.related())) {
            case Routed.Refused no -> new Judgement.NotCarried(verdict.request(), no);
            case Routed.Planned(var plan) -> new Judgement.Taken(verdict.request(), found.related(), plan,
                    validation.warnings(verdict, plan));
        };
    }

    /**
     * What is to be said of a message that is no request, but was plainly meant to be one: what is wrong with its form, and with
     * what it means. Empty where the hub could not carry what is meant, of which nothing is said while its form is wrong.
     *
     * @param meant    the request that it was meant to be
     * @param problems what is wrong with its form
     */
    public Optional<Verdict> meant(ShareRequest meant, List<Problem> problems, String organisation, Registry now) {
        return routing.refusal(meant.proposal(), now).isPresent()
                ? Optional.empty()
                : Optional.of(found(meant, organisation, now).verdict().after(problems));
    }

    private Found found(ShareRequest request, String organisation, Registry now) {
        Verdict verdict = validation.verdict(request, organisation, now);
        Prior prior = before.of(verdict.request(), organisation);
        return new Found(verdict.and(prior.problems()).and(powers.of(verdict.request().proposal(), now)),
                prior.related());
    }

    /** Everything that is found, and the arrangement that the request is about. */
    private record Found(Verdict verdict, Optional<Arrangement> related) {}
}
