package uk.gov.datashare.connectors.registry;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.DataAsset;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Organisation.RoleHolding;

/** What must hold of the registry beyond the form of its records: every problem at once, each in words. */
final class OrganisationCheck {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._'+-]{1,64}@[a-z0-9.-]{1,253}");
    private static final int LONGEST_ASSET_ID = 50;

    private OrganisationCheck() {}

    /** What is wrong within one organisation. */
    static List<String> problems(Organisation organisation) {
        return Stream.of(roles(organisation), people(organisation), rest(organisation),
                QuestionCheck.problems(organisation))
                .flatMap(Collection::stream)
                .map(problem -> organisation.id() + ": " + problem)
                .toList();
    }

    /** What is wrong within each of these organisations, and between them. */
    static List<String> problems(Collection<Organisation> organisations) {
        List<String> problems = new ArrayList<>();
        organisations.forEach(one -> problems.addAll(problems(one)));
        twice(organisations.stream().map(Organisation::id))
                .forEach(id -> problems.add(id + ": stands in the registry twice"));
        twice(organisations.stream().flatMap(one -> one.people().stream()).map(RoleHolder::personId))
                .forEach(id -> problems.add("the person " + id + " stands in the registry twice"));
        twice(organisations.stream().flatMap(one -> one.assets().stream()).map(DataAsset::assetId))
                .forEach(id -> problems.add("the asset " + id + " stands in the registry twice"));
        List<String> ids = organisations.stream().map(Organisation::id).toList();
        for (Organisation organisation : organisations) {
            organisation.supersededBy().stream().filter(successor -> !ids.contains(successor))
                    .forEach(unknown -> problems
                            .add(organisation.id() + ": its successor " + unknown + " is not registered"));
        }
        return List.copyOf(problems);
    }

    /** What would be wrong with the registry if this organisation were in it, and is not wrong already. */
    static List<String> newProblems(Collection<Organisation> held, Organisation changed) {
        List<Organisation> after = new ArrayList<>(held);
        after.removeIf(one -> one.id().equals(changed.id()));
        after.add(changed);
        List<String> already = problems(held);
        return problems(after).stream().filter(problem -> !already.contains(problem)).toList();
    }

    private static boolean applies(Organisation organisation) {
        return organisation.status() == Organisation.Status.APPLIED;
    }

    private static List<String> roles(Organisation organisation) {
        List<String> problems = new ArrayList<>();
        Predicate<String> stranger = personId -> organisation.person(personId).isEmpty();
        for (RoleHolding holding : organisation.roles()) {
            Stream.concat(Stream.of(holding.holder()), holding.backups().stream()).filter(stranger)
                    .forEach(id -> problems.add(id + ", named for " + holding.role() + ", is not among its people"));
            twice(Stream.concat(Stream.of(holding.holder()), holding.backups().stream()))
                    .forEach(id -> problems.add(id + " is named for " + holding.role() + " twice"));
        }
        twice(organisation.roles().stream().map(holding -> holding.role().name()))
                .forEach(role -> problems.add("the role " + role + " is given twice"));
        if (!applies(organisation) && stranger.test(organisation.escalationContact())) {
            problems.add("the escalation contact " + organisation.escalationContact() + " is not among its people");
        }
        organisation.assets().stream().map(DataAsset::owner).flatMap(Optional::stream).filter(stranger)
                .forEach(id -> problems.add(id + ", named as an asset's owner, is not among its people"));
        return problems;
    }

    private static List<String> people(Organisation organisation) {
        return Stream
                .concat(applies(organisation) ? Stream.<String>of() : Stream.of(organisation.requestMailbox()),
                        organisation.people().stream().map(RoleHolder::email))
                .map(address -> addressProblem(organisation, address))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> addressProblem(Organisation organisation, String address) {
        if (!ADDRESS.matcher(address).matches()) {
            return Optional.of(
                    "an address has a form that the hub does not write to: " + address.replaceAll("\\p{Cntrl}", "?"));
        }
        String domain = address.substring(address.indexOf('@') + 1);
        return organisation.emailDomains().contains(domain)
                ? Optional.empty()
                : Optional.of(address + " is at none of its domains " + organisation.emailDomains());
    }

    private static List<String> rest(Organisation organisation) {
        List<String> problems = new ArrayList<>();
        if (organisation.version() < 1) {
            problems.add("its version is less than 1");
        }
        if (!applies(organisation) && organisation.emailDomains().isEmpty()) {
            problems.add("it has no mail domain");
        }
        organisation.emailDomains().stream().filter(domain -> !domain.equals(domain.toLowerCase(Locale.ROOT)))
                .forEach(domain -> problems.add("the domain " + domain + " is not in lower case"));
        organisation.assets().stream().map(DataAsset::assetId).filter(id -> id.length() > LONGEST_ASSET_ID)
                .forEach(id -> problems
                        .add("the asset id " + id + " is longer than " + LONGEST_ASSET_ID + " characters"));
        organisation.policies().slaWorkingDays().entrySet().stream().filter(sla -> sla.getValue() < 1)
                .forEach(sla -> problems.add("it gives " + sla.getKey() + " less than one working day"));
        if (organisation.status() == Organisation.Status.SUPERSEDED && organisation.supersededBy().isEmpty()) {
            problems.add("it is superseded, but nobody is named in its place");
        }
        return problems;
    }

    private static List<String> twice(Stream<String> ids) {
        return ids
                .collect(groupingBy(Function.identity(), TreeMap::new, Collectors.counting())).entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .map(count -> count.getKey())
                .toList();
    }
}
