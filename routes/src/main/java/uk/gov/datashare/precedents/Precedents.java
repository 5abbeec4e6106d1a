package uk.gov.datashare.precedents;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Arrangement.Status;
import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.precedents.Precedent.Difference;

/**
 * What has been agreed, to be asked what is near to a proposal. Pure: the same arrangements and the same proposal make the
 * same answer, in whichever order the arrangements came.
 */
public final class Precedents {

    private static final int ALL_WEIGHTS = Fields.ALL.stream().mapToInt(Field::weight).sum();
    private static final Comparator<Precedent> NEAREST = Comparator.comparingInt(Precedent::likeness).reversed()
            .thenComparing(Precedent::arrangementId);

    private final Map<String, Arrangement> all;
    private final Map<String, List<Arrangement>> joined;
    private final Map<String, List<Arrangement>> byAsset;

    private Precedents(Collection<Arrangement> arrangements) {
        this.all = arrangements.stream().collect(toMap(Arrangement::arrangementId, one -> one,
                (one, other) -> one.version() >= other.version() ? one : other, TreeMap::new));
        this.joined = all.values().stream().filter(Precedents::isActive)
                .filter(one -> one.memorandum().accedesTo().isPresent())
                .collect(groupingBy(one -> one.memorandum().accedesTo().orElseThrow()));
        this.byAsset = all.values().stream().filter(Precedents::isActive).filter(one -> !isWithinAnother(one))
                .flatMap(one -> one.memorandum().data().assets().stream().map(Data.Asset::assetId).distinct()
                        .map(asset -> Map.entry(asset, one)))
                .collect(groupingBy(Map.Entry::getKey,
                        collectingAndThen(toList(), each -> each.stream().map(Map.Entry::getValue).toList())));
    }

    /** These arrangements, of each only its newest version. */
    public static Precedents of(Collection<Arrangement> arrangements) {
        return new Precedents(requireNonNull(arrangements));
    }

    /** Every arrangement in force that covers a proposal's purpose, power, data and suppliers, the nearest first. */
    public List<Precedent> covering(Proposal proposal) {
        Content proposed = Content.of(proposal);
        return proposal.data().assets().stream().findFirst()
                .map(asset -> byAsset.getOrDefault(asset.assetId(), List.of())).stream().flatMap(List::stream)
                .map(one -> compare(proposed, one))
                .filter(Precedent::covers)
                .sorted(NEAREST)
                .toList();
    }

    /** The agreed arrangements that come nearest to a proposal, in force or not any more, at most so many. */
    public List<Precedent> nearest(Proposal proposal, int atMost) {
        Content proposed = Content.of(proposal);
        return all.values().stream().filter(one -> !isWithinAnother(one)).map(one -> compare(proposed, one))
                .sorted(NEAREST).limit(atMost).toList();
    }

    /** The arrangements in force that match, at most so many, in the order of their ids; each as agreed, compared with nothing. */
    List<Precedent> matching(Facets facets, int atMost) {
        return all.values().stream().filter(Precedents::isActive).filter(one -> !isWithinAnother(one))
                .filter(facets::match).limit(atMost)
                .map(one -> Precedent.of(one, parties(one), Compared.SAME, List.of())).toList();
    }

    /** A proposal next to one arrangement, field by field. */
    public Precedent compare(Proposal proposal, Arrangement arrangement) {
        return compare(Content.of(proposal), arrangement);
    }

    /** The newest version of an arrangement; empty where there is none. */
    public Optional<Arrangement> find(String arrangementId) {
        return Optional.ofNullable(all.get(arrangementId));
    }

    /** An arrangement with everybody who has joined it since among its parties, for whoever must hear of the next who would. */
    public Arrangement withAllParties(Arrangement arrangement) {
        return with(arrangement, parties(arrangement));
    }

    /** The arrangement to be joined in the place of this one: where it is itself an accession, what it joined. */
    public Optional<Arrangement> umbrellaOf(Arrangement arrangement) {
        return arrangement.memorandum().accedesTo().flatMap(this::find).filter(Precedents::isActive);
    }

    private boolean isWithinAnother(Arrangement arrangement) {
        return arrangement.memorandum().accedesTo().map(all::get).filter(Precedents::isActive).isPresent();
    }

    private static boolean isActive(Arrangement arrangement) {
        return arrangement.status() == Status.ACTIVE;
    }

    private Precedent compare(Content proposed, Arrangement arrangement) {
        Content agreed = Content.of(arrangement.memorandum());
        List<Difference> differences = new ArrayList<>();
        int likeness = 0;
        for (Field field : Fields.ALL) {
            Compared compared = field.compare(proposed, agreed);
            likeness += field.weight() * compared.likeness();
            if (!compared.same()) {
                differences.add(new Difference(field.pointer(), field.name(), compared.proposed(), compared.agreed(),
                        compared.likeness(), compared.within(), field.reach()));
            }
        }
        return Precedent.of(arrangement, parties(arrangement), likeness / ALL_WEIGHTS, differences);
    }

    /** Whoever agreed an arrangement, and whoever has joined it since; each once, and in this order. */
    private List<Party> parties(Arrangement arrangement) {
        Map<String, Party> parties = Stream
                .concat(Stream.of(arrangement), joined.getOrDefault(arrangement.arrangementId(), List.of()).stream())
                .flatMap(one -> one.memorandum().parties().stream())
                .collect(toMap(Party::organisationId, party -> party, (first, _) -> first, LinkedHashMap::new));
        return List.copyOf(parties.values());
    }

    private static Arrangement with(Arrangement a, List<Party> parties) {
        Memorandum m = a.memorandum();
        var joint = new Memorandum(m.arrangementId(), m.requestId(), m.requestVersion(), m.instrument(), m.title(),
                m.plainSummary(), parties, m.data(), m.purpose(), m.legal(), m.dataProtection(), m.security(),
                m.delivery(), m.terms(), m.conditions(), m.approvals(), m.agreedAt(), m.annexes(), m.accedesTo());
        return new Arrangement(a.arrangementId(), a.version(), a.status(), joint, a.documentHash(), a.signatures(),
                a.chainHead(), a.modifiedAt());
    }
}
