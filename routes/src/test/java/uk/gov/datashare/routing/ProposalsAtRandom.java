package uk.gov.datashare.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import uk.gov.datashare.Sample;
import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.DataProtection;
import uk.gov.datashare.contracts.DataProtection.Basis;
import uk.gov.datashare.contracts.DataProtection.LawfulBasis;
import uk.gov.datashare.contracts.DataProtection.PartyRole;
import uk.gov.datashare.contracts.Delivery;
import uk.gov.datashare.contracts.Delivery.Transfer;
import uk.gov.datashare.contracts.Dpia;
import uk.gov.datashare.contracts.Legal;
import uk.gov.datashare.contracts.Legal.Power;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.Status;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Proposal.Parties;
import uk.gov.datashare.contracts.Proposal.Processor;
import uk.gov.datashare.contracts.Security;
import uk.gov.datashare.contracts.Terms;
import uk.gov.datashare.gateways.Gateway;
import uk.gov.datashare.gateways.Gateways;

/** Proposals of every kind, sensible or not: routing must hold even where validation would have stopped them. */
final class ProposalsAtRandom {

    private static final List<String> CODES = Stream
            .concat(Gateways.known().gateways().stream().map(Gateway::code), Stream.of("HSCA-261", "WRA-127")).toList();
    private static final List<Organisation> ORGANISATIONS = Sample.organisations().stream()
            .filter(each -> each.status() == Status.ACTIVE && each.type() != Organisation.Type.CENTRAL_BODY).toList();
    private static final Proposal BASE = Sample.of("e-hospital-episodes").proposal();

    private final Random random;

    ProposalsAtRandom(long seed) {
        this.random = new Random(seed);
    }

    Proposal next() {
        List<Organisation> some = pick(ORGANISATIONS, 2 + random.nextInt(4));
        int suppliers = 1 + random.nextInt(some.size() - 1);
        List<Organisation> asked = some.subList(1, 1 + suppliers);
        List<String> others = ids(some.subList(1 + suppliers, some.size()));
        var parties = new Parties(some.getFirst().id(), ids(asked), !others.isEmpty(), others,
                one(4) ? List.of(new Processor("Somebody Limited", some.getFirst().id())) : List.of());
        return new Proposal(BASE.title(), BASE.plainSummary(), BASE.impactIfRefused(), parties, data(asked),
                BASE.purpose(), legal(parties), protection(parties),
                one(2)
                        ? Optional.empty()
                        : Optional.of(new Dpia(any(Dpia.Status.values()), Optional.empty(),
                                Optional.of(any(Dpia.Risk.values())))),
                new Security(Security.Classification.OFFICIAL, one(3), List.of()), delivery(), terms());
    }

    private Data data(List<Organisation> suppliers) {
        List<Data.Type> types = one(3)
                ? List.of(Data.Type.ANONYMOUS_OR_NON_PERSONAL)
                : pick(Arrays.asList(Data.Type.values()).subList(0, 4), 1 + random.nextInt(3));
        boolean special = types.contains(Data.Type.SPECIAL_CATEGORY);
        List<Data.Asset> assets = suppliers.stream().flatMap(supplier -> supplier.assets().stream().filter(_ -> one(2))
                .map(asset -> new Data.Asset(asset.assetId(), supplier.id(), asset.title()))).toList();
        return new Data(types,
                special ? pick(Arrays.asList(Data.SpecialCategory.values()), random.nextInt(3)) : List.of(), assets,
                BASE.data().items(), BASE.data().subjects());
    }

    private Legal legal(Parties parties) {
        return new Legal(IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> new Power(any(Legal.Kind.values()),
                        one(2) ? Optional.empty() : Optional.of(CODES.get(random.nextInt(CODES.size()))),
                        "An Act", parties.acquirer()))
                .toList(), Optional.empty(), false);
    }

    private Optional<DataProtection> protection(Parties parties) {
        if (one(4)) {
            return Optional.empty();
        }
        List<PartyRole> roles = parties.all().stream().filter(_ -> !one(4))
                .map(party -> new PartyRole(party, any(DataProtection.Role.values()))).toList();
        List<LawfulBasis> bases = parties
                .all().stream().map(party -> new LawfulBasis(party,
                        any(Arrays.copyOf(Basis.values(), Basis.values().length - 1)), "", Optional.empty(), false))
                .toList();
        return Optional.of(new DataProtection(bases, List.of(), Optional.empty(), roles, Optional.empty()));
    }

    private Delivery delivery() {
        return new Delivery(any(Delivery.Method.values()), Optional.empty(), Delivery.Frequency.DAILY, one(3),
                one(4) ? List.of(new Transfer("IE", Delivery.Mechanism.IDTA)) : List.of());
    }

    private Terms terms() {
        Terms terms = BASE.terms();
        return new Terms(terms.start(), terms.end(), terms.reviewDate(), terms.retention(), terms.disposal(),
                new Terms.Onward(one(3), Optional.empty(), List.of()),
                one(4) ? Optional.of("A pound") : Optional.empty());
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }

    private <T> List<T> pick(List<T> from, int count) {
        var rest = new ArrayList<>(from);
        java.util.Collections.shuffle(rest, random);
        return List.copyOf(rest.subList(0, count));
    }

    private static List<String> ids(List<Organisation> organisations) {
        return organisations.stream().map(Organisation::id).toList();
    }
}
