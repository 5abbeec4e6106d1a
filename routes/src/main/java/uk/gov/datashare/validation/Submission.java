package uk.gov.datashare.validation;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.DataProtection;
import uk.gov.datashare.contracts.DataProtection.PartyRole;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Proposal.Parties;
import uk.gov.datashare.contracts.ShareRequest;

/** A request, the topic it came by, one state of the registry and what else is going on: all that a rule may look at. */
record Submission(ShareRequest request, String organisationOfTopic, Registry registry, Around around) {

    /** Another request in the same place. */
    Submission of(ShareRequest other) {
        return new Submission(other, organisationOfTopic, registry, around);
    }

    Proposal proposal() {
        return request.proposal();
    }

    Parties parties() {
        return proposal().parties();
    }

    Data data() {
        return proposal().data();
    }

    boolean has(Data.Type type) {
        return data().types().contains(type);
    }

    /** Whether the request says in any way that it is about people. */
    boolean personal() {
        return has(Data.Type.PERSONAL) || has(Data.Type.SPECIAL_CATEGORY) || has(Data.Type.CRIMINAL_OFFENCE)
                || has(Data.Type.PSEUDONYMISED);
    }

    Optional<DataProtection> protection() {
        return proposal().dataProtection();
    }

    /** A party and where the message names it. */
    record Named(String pointer, String id) {}

    /** Acquirer, suppliers and other recipients as the message names them. */
    Stream<Named> named() {
        String at = "/proposal/parties";
        return Stream.of(
                Stream.of(new Named(at + "/acquirer", parties().acquirer())),
                named(at + "/suppliers", parties().suppliers()),
                named(at + "/otherRecipients", parties().otherRecipients()))
                .flatMap(names -> names);
    }

    private static Stream<Named> named(String pointer, List<String> ids) {
        return IntStream.range(0, ids.size()).mapToObj(i -> new Named(pointer + "/" + i, ids.get(i)));
    }

    Optional<Organisation> organisation(String id) {
        return registry.organisation(id);
    }

    /** How people call it, or its id where the registry does not know it. */
    String nameOf(String id) {
        return organisation(id).map(Organisation::name).orElse(id);
    }

    List<PartyRole> rolesOf(String party) {
        return protection().stream().flatMap(each -> each.roles().stream()).filter(role -> role.party().equals(party))
                .toList();
    }

    /** The parties that decide on purposes and means; a party that does not say what it is counts as one. */
    List<String> controllers() {
        return parties().all().stream()
                .filter(party -> rolesOf(party).isEmpty()
                        || rolesOf(party).stream().anyMatch(role -> role.role().controls()))
                .toList();
    }

    /** What is found for each element of a list in the message; the pointer ends in its index. */
    static <T> Stream<Finding> each(String pointer, List<T> elements, BiFunction<String, T, Stream<Finding>> check) {
        return IntStream.range(0, elements.size()).boxed()
                .flatMap(i -> check.apply(pointer + "/" + i, elements.get(i)));
    }
}
