package uk.gov.datashare.whatif;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Schemas;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.contracts.WhatIfAnswer;
import uk.gov.datashare.contracts.WhatIfAnswer.GatewayVerdict;
import uk.gov.datashare.contracts.WhatIfAnswer.Outcome;
import uk.gov.datashare.gateways.GatewayChecker;
import uk.gov.datashare.routing.Routed;
import uk.gov.datashare.routing.Routing;
import uk.gov.datashare.validation.Validation;
import uk.gov.datashare.validation.Verdict;

/** Answers what would become of a request if it were sent now. It writes nothing anywhere. */
public final class WhatIf {

    private static final String MESSAGE = MessageTypes.of(ShareRequest.class);

    private final Validation validation;
    private final Routing routing;
    private final GatewayChecker gateways;
    private final Agreed agreed;
    private final Forecasts forecasts;
    private final InstantSource clock;

    /**
     * A dry run by these rules.
     *
     * @param gateways who may use which power
     * @param agreed   what has been agreed before
     * @param history  how fast people have answered so far
     */
    public WhatIf(Validation validation, Routing routing, GatewayChecker gateways, Agreed agreed, History history,
            InstantSource clock) {
        this.validation = requireNonNull(validation);
        this.routing = requireNonNull(routing);
        this.gateways = requireNonNull(gateways);
        this.agreed = requireNonNull(agreed);
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
                back(organisation, Optional.empty(), List.of(problem), Optional.empty());
            case Schemas.Parsed.Tree(var json) -> {
                Optional<String> asker = organisation.or(() -> text(json, "/proposal/parties/acquirer"));
                List<Problem> unlike = Schemas.check(MESSAGE, json);
                yield unlike.isEmpty()
                        ? asked(json, asker, registry)
                        : back(asker, text(json, "/externalRef/id"), unlike, Optional.empty());
            }
        };
    }

    private WhatIfAnswer asked(JsonNode json, Optional<String> asker, Registry registry) {
        try {
            ShareRequest request = MessageJson.read(json, ShareRequest.class);
            return answer(request, asker.orElse(request.proposal().parties().acquirer()), registry);
        } catch (JacksonException impossible) {
            return back(asker, text(json, "/externalRef/id"), List.of(new Problem(Schemas.RULE, Problem.Severity.ERROR,
                    "", "A value has the right form, but there is no such thing, such as the thirtieth of February.",
                    Optional.of("Check dates and periods."))), Optional.empty());
        }
    }

    /**
     * What would become of a request.
     *
     * @param organisation who asks
     */
    public WhatIfAnswer answer(ShareRequest request, String organisation, Registry registry) {
        Registry now = registry.now();
        Optional<String> reference = Optional.of(request.externalRef().id());
        Optional<Routed.Refused> refused = routing.refusal(request.proposal(), now);
        if (refused.isPresent()) {
            return refused(organisation, reference, refused.get());
        }
        Verdict first = validation.verdict(request, organisation, now);
        Agreed.Near near = agreed.near(first.request(), organisation);
        Verdict verdict = first.and(near.problems());
        if (verdict.refused()) {
            return back(Optional.of(organisation), reference, verdict.problems(), verdict.corrected(),
                    powers(verdict.request(), now));
        }
        ShareRequest current = verdict.request();
        return switch (routing.plan(current, now, near.related())) {
            case Routed.Refused no -> refused(organisation, reference, no);
            case Routed.Planned(var plan) -> new WhatIfAnswer(organisation, reference, Outcome.WOULD_BE_ASKED,
                    Optional.empty(), validation.warnings(verdict, plan), Optional.empty(),
                    powers(current, now), Optional.of(plan), fewer(current, organisation, now, plan, near),
                    near.precedents(),
                    Optional.of(forecasts.of(plan)), clock.instant());
        };
    }

    private List<WhatIfAnswer.Change> fewer(ShareRequest request, String organisation, Registry now,
            ApprovalPlan plan, Agreed.Near near) {
        return new FewerApprovals(changed -> plan(changed, organisation, now, near), forecasts).of(request, plan);
    }

    /** Who would be asked; the lawful basis of a change is judged as it is of any request. */
    private Optional<ApprovalPlan> plan(ShareRequest changed, String organisation, Registry now,
            Agreed.Near near) {
        if (Validation.refused(Validation.check(changed, organisation, now))) {
            return Optional.empty();
        }
        return Stream.of(routing.plan(changed, now, near.related()))
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
            Optional<JsonNode> corrected) {
        return back(organisation, reference, problems, corrected, List.of());
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
