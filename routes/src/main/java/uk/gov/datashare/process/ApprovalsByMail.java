package uk.gov.datashare.process;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Role;

/**
 * What may be decided by mail, by how the request is marked and by the role that decides. The narrowest setting counts: marking
 * and role before role, role before marking, and that before the default.
 *
 * @param ways by marking and role, {@code official-sensitive.minister}; {@code any} stands for every marking, and a marking
 *             without a role for every role
 */
public record ApprovalsByMail(Map<String, Way> ways) {

    /** How far a mail goes. */
    public enum Way {
        /** It decides; one whose origin is not sure decides once it is confirmed with a code. */
        PLAIN,
        /** It decides once it is confirmed with a code, however sure its origin. */
        CONFIRMED,
        /**
         * It can ask, pass on, return or refuse. A yes or a signature must come from the case system of the holder's
         * organisation; one that has none cannot give any.
         */
        REFUSAL_ONLY
    }

    /** Every decision may be given by mail. */
    public static final ApprovalsByMail USUAL = new ApprovalsByMail(Map.of());

    private static final String DEFAULT = "default";
    private static final String ANY = "any";
    private static final String OFFICIAL = "official";
    private static final String SENSITIVE = "official-sensitive";

    /**
     * Checks a table.
     *
     * @throws IllegalArgumentException when it names a marking or a role that there is not
     */
    public ApprovalsByMail {
        ways = ways.entrySet().stream().collect(toUnmodifiableMap(entry -> known(entry.getKey()), Map.Entry::getValue));
    }

    /** The way for a role, for a request that is marked OFFICIAL-SENSITIVE or is not. */
    public Way on(boolean sensitive, Role role) {
        String marking = sensitive ? SENSITIVE : OFFICIAL;
        return Stream.of(marking + "." + name(role), ANY + "." + name(role), marking, DEFAULT)
                .flatMap(key -> Optional.ofNullable(ways.get(key)).stream())
                .findFirst()
                .orElse(Way.PLAIN);
    }

    private static String known(String key) {
        String written = key.toLowerCase(Locale.ROOT).replace('_', '-');
        return Stream.concat(Stream.of(DEFAULT), Stream.of(OFFICIAL, SENSITIVE, ANY).flatMap(ApprovalsByMail::keys))
                .filter(one -> !one.equals(ANY))
                .filter(one -> one.equals(written) || one.replace("-", "").equals(written.replace("-", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("hub.mail.approvals." + key + " names no marking and "
                        + "role: it is default, official or official-sensitive, or one of these or any with a role behind "
                        + "a dot, such as official-sensitive.minister"));
    }

    private static Stream<String> keys(String marking) {
        return Stream.concat(Stream.of(marking), Arrays.stream(Role.values()).map(role -> marking + "." + name(role)));
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
