package uk.gov.datashare.routing;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.datafiles.DataNotUsable;
import uk.gov.datashare.routing.Routed.Planned;
import uk.gov.datashare.routing.Routed.Refused;
import uk.gov.datashare.routing.RuleBook.CheckedRule;

/** Whom to ask about a proposal, in which order, and why. The same proposal and the same registry make the same plan. */
public final class Routing {

    private final RuleBook book;
    private final Supplier<Optional<LocalDate>> today;
    private final OwnRules own = new OwnRules();

    Routing(RuleBook book) {
        this(book, Optional::empty);
    }

    private Routing(RuleBook book, Supplier<Optional<LocalDate>> today) {
        this.book = book;
        this.today = today;
    }

    /**
     * Routing by the rules that were built into the hub.
     *
     * @throws DataNotUsable when one of them makes no sense; the message names all that do not, and says what to do
     */
    public static Routing builtIn() {
        return new Routing(RuleBook.builtIn());
    }

    /**
     * The same, which by this clock's day in the United Kingdom asks nobody who has left a post.
     *
     * @throws DataNotUsable when a rule makes no sense
     */
    public static Routing builtIn(InstantSource clock) {
        return new Routing(RuleBook.builtIn(),
                () -> Optional.of(LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"))));
    }

    /** What is wrong with an organisation's own rules, in words; such a rule is not followed. Nothing when all are fine. */
    public static List<String> faultsIn(Organisation organisation) {
        return OwnRules.faultsIn(organisation);
    }

    /** Why the hub may not carry this proposal at all, whatever else is wrong with it; empty when it may. */
    public Optional<Refused> refusal(Proposal proposal, Registry registry) {
        return refusal(book.refusing(Facts.of(proposal, registry.now())));
    }

    /**
     * Who must be asked. Every party must be in the registry, which validation has seen to.
     *
     * @throws IllegalStateException when the registry lacks a party or a central body that must be asked
     */
    public Routed plan(Proposal proposal, Registry registry) {
        return plan(new Asked(proposal, registry.now(), today.get()), Optional.empty());
    }

    /**
     * Who must be asked about a request. Whoever joins an arrangement takes the short path; to change, renew or end one,
     * everybody is asked, because what comes of such a request stands by itself.
     *
     * @param related the arrangement that it amends, renews, joins or ends; one that it joins, with all who have joined it already
     * @throws IllegalStateException when the registry lacks a party or a central body that must be asked
     */
    public Routed plan(ShareRequest request, Registry registry, Optional<Arrangement> related) {
        requireNonNull(related);
        return plan(new Asked(request.proposal(), registry.now(), today.get()),
                Accession.in(request, related, book.file().staffing().accession()));
    }

    private Routed plan(Asked asked, Optional<Accession> accession) {
        Facts facts = Facts.of(asked);
        return refusal(book.refusing(facts)).<Routed>map(refused -> refused)
                .orElseGet(() -> planned(asked, facts, accession));
    }

    /** The parties with their sides, as the registry names them now. */
    public static List<Party> parties(Proposal proposal, Registry registry) {
        return new Asked(proposal, registry.now()).standings().stream()
                .map(party -> new Party(party.organisation().id(), party.organisation().name(), party.side()))
                .toList();
    }

    private Planned planned(Asked asked, Facts facts, Optional<Accession> accession) {
        asked.proposal().parties().all().forEach(id -> known(asked, id));
        List<Demand> full = new Demands(asked, facts, own).of(book);
        List<Demand> demands = accession.map(joining -> joining.shortened(full, asked)).orElse(full);
        return new Planned(new ApprovalPlan(book.file().version(), asked.registry().version(),
                new Staffing(book.file(), asked).staff(demands)));
    }

    private static Optional<Refused> refusal(List<CheckedRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.rule().refuse().map(words -> new Refused(rule.rule().id(), words)).stream())
                .findFirst();
    }

    private static void known(Asked asked, String organisationId) {
        if (asked.organisation(organisationId).isEmpty()) {
            throw new IllegalStateException(
                    "The registry has no organisation " + organisationId + ", which is a party to this request");
        }
    }
}
