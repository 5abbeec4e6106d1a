package uk.gov.datashare.precedents;

import static java.util.Objects.requireNonNull;

import java.util.List;

import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Arrangement.Status;
import uk.gov.datashare.contracts.Memorandum.Approval;
import uk.gov.datashare.contracts.Party;

/**
 * An agreed arrangement next to a request.
 *
 * @param arrangementId its id
 * @param title         what it is called
 * @param status        whether it is in force
 * @param parties       who agreed it, and who has joined it since
 * @param likeness      how near it comes, from 0 to 100: the likeness of each field, weighted
 * @param differences   every field in which the request is not the same
 * @param conditions    what its approvers made their yes depend on: their reasons
 * @param approvals     which roles said yes to it
 */
public record Precedent(String arrangementId, String title, Status status, List<Party> parties, int likeness,
        List<Difference> differences, List<String> conditions, List<Approval> approvals) {

    /**
     * A field in which a request is not the same.
     *
     * @param pointer  where the request has it (RFC 6901)
     * @param field    what people call it
     * @param proposed what the request says; nothing where it does not say anything
     * @param agreed   what the arrangement says
     * @param likeness from 0 to 100
     * @param within   whether the request asks for no more than was agreed
     * @param reach    what depends on it
     */
    public record Difference(String pointer, String field, List<String> proposed, List<String> agreed, int likeness,
            boolean within, Reach reach) {
        public Difference {
            requireNonNull(pointer);
            requireNonNull(field);
            proposed = List.copyOf(proposed);
            agreed = List.copyOf(agreed);
            requireNonNull(reach);
        }
    }

    public Precedent {
        requireNonNull(arrangementId);
        requireNonNull(title);
        requireNonNull(status);
        parties = List.copyOf(parties);
        differences = List.copyOf(differences);
        conditions = List.copyOf(conditions);
        approvals = List.copyOf(approvals);
    }

    /** Whether it covers what is asked for: purpose, power, data and suppliers. */
    public boolean covers() {
        return beyond(Reach.SUBSTANCE).isEmpty();
    }

    /** Whether it could be joined as it stands: it covers what is asked for, and on no other terms. */
    public boolean takesIn() {
        return covers() && beyond(Reach.TERMS).isEmpty();
    }

    /** Whether an organisation is one of its parties. */
    public boolean has(String organisationId) {
        return parties.stream().anyMatch(party -> party.organisationId().equals(organisationId));
    }

    /** In what the request goes beyond it, of the fields of this reach. */
    public List<Difference> beyond(Reach reach) {
        return differences.stream().filter(each -> each.reach() == reach && !each.within()).toList();
    }

    static Precedent of(Arrangement arrangement, List<Party> parties, int likeness, List<Difference> differences) {
        var memorandum = arrangement.memorandum();
        return new Precedent(arrangement.arrangementId(), memorandum.title(), arrangement.status(), parties, likeness,
                differences, memorandum.conditions(), memorandum.approvals());
    }
}
