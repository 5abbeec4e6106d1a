package uk.gov.datashare.whatif;

import java.util.Map;

import uk.gov.datashare.contracts.Role;

/** How fast people have answered so far, in working days from the day on which they were asked. */
public interface History {

    /**
     * How often an organisation's answers in this role took each number of working days.
     *
     * @param organisationId whose answers
     * @param role           in which role
     */
    Map<Integer, Integer> of(String organisationId, Role role);

    /** The same for all organisations together. */
    Map<Integer, Integer> of(Role role);

    /** Nothing has happened yet, as far as is known here. */
    static History none() {
        return new History() {

            @Override
            public Map<Integer, Integer> of(String organisationId, Role role) {
                return Map.of();
            }

            @Override
            public Map<Integer, Integer> of(Role role) {
                return Map.of();
            }
        };
    }
}
