package uk.gov.datashare.precedents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Arrangement.Signature;
import uk.gov.datashare.contracts.Arrangement.Status;
import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.Memorandum.Approval;
import uk.gov.datashare.contracts.Memorandum.Instrument;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.RequestId;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.routing.Routing;

/** What had been agreed before, as a test has it; and whether the hub has read it all. */
public final class AgreedBefore implements Agreed {

    private static final Instant AGREED = Instant.parse("2026-07-01T10:30:00Z");

    private final List<Arrangement> arrangements = new ArrayList<>();
    private final List<Arrangement> notReadYet = new ArrayList<>();
    private boolean complete = true;
    private boolean reachable = true;

    /** Nothing at all. */
    public static AgreedBefore nothing() {
        return new AgreedBefore();
    }

    /** These arrangements. */
    public static AgreedBefore of(Arrangement... arrangements) {
        var agreed = new AgreedBefore();
        agreed.arrangements.addAll(List.of(arrangements));
        return agreed;
    }

    /** This one as well, which the hub has not read yet. */
    public AgreedBefore andJustNow(Arrangement arrangement) {
        notReadYet.add(arrangement);
        return this;
    }

    /** The same, while the hub has not read to the end of it. */
    public AgreedBefore notReadToTheEnd() {
        complete = false;
        return this;
    }

    /** The same, while the topic cannot be read. */
    public AgreedBefore outOfReach() {
        reachable = false;
        return notReadToTheEnd();
    }

    /** What a request becomes when everybody has agreed to it. */
    public static Arrangement arrangement(ShareRequest request, Registry registry) {
        return arrangement(request, registry, Status.ACTIVE);
    }

    /** The same, whether it is in force or not. */
    public static Arrangement arrangement(ShareRequest request, Registry registry, Status status) {
        Proposal p = request.proposal();
        String id = RequestId.of(p.parties().acquirer(), request.externalRef());
        var memorandum = new Memorandum(RequestId.arrangementOf(id), id, request.version(),
                Instrument.DATA_SHARING_AGREEMENT, p.title(), p.plainSummary(), Routing.parties(p, registry), p.data(),
                p.purpose(), p.legal(), p.dataProtection(), p.security(), p.delivery(), p.terms(),
                List.of("Small numbers are suppressed."),
                List.of(new Approval(p.parties().suppliers().getFirst(), Role.DATA_OWNER,
                        Outcome.APPROVE_WITH_CONDITIONS, AGREED)),
                AGREED, List.of(),
                request.relatedArrangementId()
                        .filter(_ -> request.requestType() == ShareRequest.RequestType.ACCESSION));
        return new Arrangement(memorandum.arrangementId(), 1, status, memorandum, MessageJson.hash(memorandum),
                List.of(new Signature(p.parties().acquirer(), AGREED, "e".repeat(64))), "c".repeat(64), AGREED);
    }

    @Override
    public Precedents now() {
        return Precedents.of(arrangements);
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public boolean awaitCurrent() {
        if (reachable) {
            arrangements.addAll(notReadYet);
            notReadYet.clear();
            complete = true;
        }
        return reachable;
    }
}
