package uk.gov.datashare.contracts;

import java.util.regex.Pattern;

/** The stable short name of an organisation, GOV.UK's slug where there is one: {@code home-office}. */
public final class OrganisationId {

    /** Lower-case letters, digits and hyphens: safe in a topic name, an address and a URL. */
    public static final String PATTERN = "[a-z0-9](?:[a-z0-9-]{0,118}[a-z0-9])?";

    private static final Pattern WHOLE = Pattern.compile(PATTERN);

    private OrganisationId() {}

    /**
     * The id itself, if it is one.
     *
     * @throws IllegalArgumentException when it is not
     */
    public static String checked(String id) {
        if (!WHOLE.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "Not an organisation id: lower-case letters, digits and hyphens are allowed");
        }
        return id;
    }
}
