package uk.gov.datashare.precedents;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import uk.gov.datashare.connectors.backbone.NotYet;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Arrangement.Status;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.Problem.Severity;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.contracts.ShareRequest.RequestType;

/** Holds a request against what has been agreed: finds the arrangement that it is about, or offers one that it could join. */
public final class History {

    /** The rule that names what a request about an arrangement must name. */
    static final String NAMED = "V29";

    private static final String POINTER = "/relatedArrangementId";

    private final Agreed agreed;

    /** Over what has been agreed. */
    public History(Agreed agreed) {
        this.agreed = requireNonNull(agreed);
    }

    /**
     * What matters to this request.
     *
     * @param organisation whose topic it came by: who is asking
     * @throws NotYet when the arrangement that it names is not known, and it cannot be said now whether there is one
     */
    public Prior of(ShareRequest request, String organisation) {
        return switch (request.requestType()) {
            case NEW, ONE_OFF -> new Prior(Optional.empty(), Offer.to(request, organisation, agreed));
            case AMENDMENT, RENEWAL, ACCESSION, TERMINATION -> request.relatedArrangementId()
                    .map(id -> about(id, request, organisation)).orElseGet(Prior::none);
        };
    }

    private Prior about(String id, ShareRequest request, String organisation) {
        return find(id).map(named -> request.requestType() == RequestType.ACCESSION
                ? join(named, request, organisation)
                : change(named, request.requestType(), organisation))
                .orElseGet(() -> wrong("There is no arrangement " + id + ".",
                        "Give the id that the arrangement has in the catalogue."));
    }

    /** An arrangement that is not known may have been agreed a moment ago, or before the hub had read so far. */
    private Optional<Arrangement> find(String id) {
        Optional<Arrangement> known = agreed.isComplete() ? agreed.now().find(id) : Optional.empty();
        if (known.isPresent()) {
            return known;
        }
        if (!agreed.awaitCurrent()) {
            throw new NotYet("The arrangements cannot be read at the moment: whether there is an arrangement " + id
                    + " is seen later");
        }
        return agreed.now().find(id);
    }

    private static Prior change(Arrangement named, RequestType type, String organisation) {
        if (named.status() != Status.ACTIVE) {
            return notInForce(named);
        }
        return isParty(named, organisation)
                ? Prior.found(named)
                : wrong(named.arrangementId() + " is no arrangement of yours: only one of its parties may ask for "
                        + type.name().toLowerCase(Locale.ROOT) + ".",
                        "Name an arrangement that your organisation has agreed, or ask for ACCESSION to join this one.");
    }

    private Prior join(Arrangement named, ShareRequest request, String organisation) {
        if (named.status() != Status.ACTIVE) {
            return notInForce(named);
        }
        Precedents precedents = agreed.now();
        Optional<Arrangement> umbrella = precedents.umbrellaOf(named);
        if (umbrella.isPresent()) {
            return wrong(named.arrangementId() + " has itself joined " + umbrella.get().arrangementId() + ".",
                    "Join that one: set relatedArrangementId to " + umbrella.get().arrangementId() + ".");
        }
        Arrangement joint = precedents.withAllParties(named);
        if (isParty(joint, organisation)) {
            return wrong("Your organisation is a party to " + named.arrangementId() + " already.",
                    "To change what was agreed, ask for AMENDMENT of the arrangement that you signed.");
        }
        List<Problem> beyond = Offer.beyond(precedents.compare(request.proposal(), named));
        return beyond.isEmpty() ? Prior.found(joint) : Prior.wrong(beyond);
    }

    private static boolean isParty(Arrangement arrangement, String organisation) {
        return arrangement.memorandum().parties().stream()
                .anyMatch(party -> party.organisationId().equals(organisation));
    }

    private static Prior notInForce(Arrangement named) {
        return wrong(named.arrangementId() + " is not in force: it is "
                + named.status().name().toLowerCase(Locale.ROOT) + ".",
                "Name an arrangement that is in force, or ask for a NEW one.");
    }

    private static Prior wrong(String message, String fix) {
        return Prior.wrong(List.of(new Problem(NAMED, Severity.ERROR, POINTER, message, Optional.of(fix))));
    }
}
