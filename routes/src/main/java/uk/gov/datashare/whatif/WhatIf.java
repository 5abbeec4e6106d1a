package uk.gov.datashare.whatif;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.contracts.WhatIfAnswer;
import uk.gov.datashare.contracts.WhatIfAnswer.GatewayVerdict;
import uk.gov.datashare.contracts.WhatIfAnswer.Outcome;
import uk.gov.datashare.gateways.GatewayChecker;
import uk.gov.datashare.judgement.Form;
import uk.gov.datashare.judgement.Judgement;
import uk.gov.datashare.judgement.Judging;
import uk.gov.datashare.routing.Routed;
import uk.gov.datashare.routing.Routing;
import uk.gov.datashare.validation.Validation;

/** Answers what would become of a request if it were sent now. It writes nothing anywhere. */
public final class WhatIf {

    private final Judging judging;
    private final Routing routing;
    private final GatewayChecker gateways;
    private final Near near;
    private final Forecasts forecasts;
    private final InstantSource clock;

    /**
     * A dry run by these rules.
     *
     * @param judging  judges requests that are sent, too
     * @param gateways who may use which power
     * @param near     what has been agreed before and comes near
     * @param history  how fast people have answered so far
     */
    public WhatIf(Judging judging, Routing routing, GatewayChecker gateways, Near near, History history,
            InstantSource clock) {
        this.judging = requireNonNull(judging);
        this.routing = requireNonNull(routing);
        this.gateways = requireNonNull(gateways);
        this.near = requireNonNull(near);
        this.forecasts = new Forecasts(history);
        this.clock = requireNonNull(clock);
    }

    /**
     * What would become of a message, which need not even be one.
     *
     * @param organisation who asks; empty for the acquirer that the message names
     */
    public WhatIfAnswer answer(byte[] message, Optional<String> organisation, Registry registry) {
        return switch (Schemas.read(message)) {
            case Schemas.Parsed.Unreadable(var problem) ->
                back(organisation, Optional.empty(), List.of(problem), Optional.empty(), List.of());
            case Schemas.Parsed.Tree(var json) -> {
                Optional<String> asker = organisation.or(() -> text(json, "/proposal/parties/acquirer"));
                yield switch (Form.of(json, ShareRequest.class)) {
                    case Form.Right(var request) ->
                        answer(request, asker.orElse(request.proposal().parties().acquirer()), registry);
                    case Form.Wrong(var problems, var meant) ->
                        unlike(text(json, "/externalRef/id"), asker, problems, meant, registry.now());
                };
            }
        };
    }

    private WhatIfAnswer unlike(Optional<String> reference, Optional<String> asker, List<Problem> problems,
            Optional<ShareRequest> meant, Registry now) {
        return meant
                .flatMap(request -> judging.meant(request, problems,
                        asker.orElse(request.proposal().parties().acquirer()), now))
                .map(verdict -> back(asker, reference, verdict.problems(), verdict.corrected(),
                        powers(verdict.request(), now)))
                .orElseGet(() -> back(asker, reference, problems, Optional.empty(), List.of()));
    }

    /**
     * What would become of a request.
     *
     * @param organisation who asks
     */
    public WhatIfAnswer answer(ShareRequest request, String organisation, Registry registry) {
        Registry now = registry.now();
        Optional<String> reference = Optional.of(request.externalRef().id());
        return switch (judging.of(request, organisation, now)) {
            case Judgement.NotCarried(_, var why) -> refused(organisation, reference, why);
            case Judgement.ComesBack(var verdict) -> back(Optional.of(organisation), reference, verdict.problems(),
                    verdict.corrected(), powers(verdict.request(), now));
            case Judgement.Taken taken -> new WhatIfAnswer(organisation, reference, Outcome.WOULD_BE_ASKED,
                    Optional.empty(), taken.warnings(), Optional.empty(), powers(taken.request(), now),
                    Optional.of(taken.plan()), fewer(taken, organisation, now), near.to(taken.request().proposal()),
                    Optional.of(forecasts.of(taken.plan())), clock.instant());
        };
    }

    private List<WhatIfAnswer.Change> fewer(Judgement.Taken taken, String organisation, Registry now) {
        return new FewerApprovals(changed -> plan(changed, organisation, now, taken.related()), forecasts)
                .of(taken.request(), taken.plan());
    }

    /** Who would be asked; the lawful basis of a change is judged as it is of any request. */
    private Optional<ApprovalPlan> plan(ShareRequest changed, String organisation, Registry now,
            Optional<Arrangement> related) {
        if (Validation.refused(Validation.check(changed, organisation, now))) {
            return Optional.empty();
        }
        return Stream.of(routing.plan(changed, now, related))
                .filter(Routed.Planned.class::isInstance)
                .map(routed -> ((Routed.Planned) routed).plan())
                .findFirst();
    }

    private WhatIfAnswer refused(String organisation, Optional<String> reference, Routed.Refused why) {
        return new WhatIfAnswer(organisation, reference, Outcome.WOULD_BE_REFUSED,
                Optional.of(why.words() + " (rule " + why.ruleId() + ")"), List.of(), Optional.empty(), List.of(),
                Optional.empty(), List.of(), List.of(), Optional.empty(), clock.instant());
    }

    private List<GatewayVerdict> powers(ShareRequest request, Registry now) {
        return gateways.check(request.proposal(), now).stream().map(verdict -> new GatewayVerdict(verdict.party(),
                verdict.gateway(), answer(verdict), verdict.inWords())).toList();
    }

    private static GatewayVerdict.Answer answer(uk.gov.datashare.gateways.Verdict verdict) {
        return switch (verdict) {
            case uk.gov.datashare.gateways.Verdict.Yes _ -> GatewayVerdict.Answer.YES;
            case uk.gov.datashare.gateways.Verdict.No _ -> GatewayVerdict.Answer.NO;
            case uk.gov.datashare.gateways.Verdict.CannotTell _ -> GatewayVerdict.Answer.CANNOT_TELL;
        };
    }

    private WhatIfAnswer back(Optional<String> organisation, Optional<String> reference, List<Problem> problems,
            Optional<JsonNode> corrected, List<GatewayVerdict> powers) {
        return new WhatIfAnswer(organisation.orElse("unknown"), reference, Outcome.WOULD_COME_BACK, Optional.empty(),
                problems, corrected, powers, Optional.empty(), List.of(), List.of(), Optional.empty(),
                clock.instant());
    }

    private static Optional<String> text(JsonNode json, String pointer) {
        return Optional.of(json.at(pointer)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }
}
