package uk.gov.datashare.judgement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Problem.Severity;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.gateways.GatewayChecker;
import uk.gov.datashare.gateways.Verdict;

/**
 * Warns of a party that may not use the power it relies on (V11). It is a warning: the list is a dated one, and whether a power
 * has been opened to somebody since is for the lawyers to say, who are asked in any case.
 */
record PowersOpen(GatewayChecker gateways) {

    private static final String RULE = "V11";
    private static final String POINTER = "/proposal/legal/powers";

    List<Problem> of(Proposal proposal, Registry registry) {
        return gateways.check(proposal, registry).stream().flatMap(PowersOpen::problem).toList();
    }

    private static Stream<Problem> problem(Verdict verdict) {
        return verdict instanceof Verdict.No
                ? Stream.of(new Problem(RULE, Severity.WARNING, POINTER, verdict.inWords(), Optional.of(
                        "Ask your lawyers whether the power is open to that party today, or rely on another.")))
                : Stream.empty();
    }
}
