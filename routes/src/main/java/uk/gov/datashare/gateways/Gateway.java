package uk.gov.datashare.gateways;

import static java.util.Objects.requireNonNull;

/**
 * A legal gateway that the hub knows by code.
 *
 * @param code     its code, such as {@code DEA-FRAUD}
 * @param kind     what it is for, as far as rules ask
 * @param power    what it allows, in words
 * @param statute  where it is written
 * @param register whether agreements under it stand in the public register of the Digital Economy Act 2017
 */
public record Gateway(String code, Kind kind, String power, String statute, boolean register) {

    /** What a gateway is for; each of these brings rules of its own. */
    public enum Kind {
        PUBLIC_SERVICE_DELIVERY, CIVIL_REGISTRATION, DEBT, FRAUD, RESEARCH, STATISTICS, OTHER
    }

    public Gateway {
        requireNonNull(code);
        requireNonNull(kind);
        requireNonNull(power);
        requireNonNull(statute);
    }

    /** Whether it is one of the powers that the Digital Economy Act 2017 brought, here or in another act. */
    public boolean ofDigitalEconomyAct() {
        return kind != Kind.OTHER;
    }

    /** Whether it may be used as a pilot only, with a review within a year (Digital Economy Act 2017, codes of practice). */
    public boolean pilot() {
        return kind == Kind.DEBT || kind == Kind.FRAUD;
    }
}
