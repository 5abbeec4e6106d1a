package uk.gov.datashare.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Role;

/**
 * Who does what in the sandbox, read from {@code sandbox/script.json}: everybody whom it does not name answers promptly, and
 * says yes.
 *
 * @param samples     the sample requests that are published, in that order
 * @param bounces     personIds whose mailbox does not exist
 * @param away        personIds who answer by machine, with what the machine says
 * @param slow        personIds who answer only after a reminder
 * @param lines       what approvers say where it is not simply yes
 * @param corrections what a department changes before it sends a case again, a JSON merge patch (RFC 7396) by its reference
 * @param withdrawals why a department withdraws a case, by its reference
 */
record Script(List<String> samples, List<String> bounces, Map<String, String> away, List<String> slow, List<Line> lines,
        Map<String, JsonNode> corrections, Map<String, String> withdrawals) {

    /**
     * What an approver says when they are first asked about a case.
     *
     * @param reference    the department's own reference of the case
     * @param organisation the approver's organisation
     * @param role         the approver's role
     * @param says         the reply, as they type it
     */
    record Line(String reference, String organisation, Role role, String says) {}

    /** The script that the hub ships. */
    static Script shipped() {
        return MessageJson.read(Shipped.json("/sandbox/script.json"), Script.class);
    }

    /** What this approver says of this case instead of yes. */
    Optional<String> line(String reference, String organisation, Role role) {
        return lines.stream()
                .filter(line -> line.reference().equals(reference) && line.organisation().equals(organisation)
                        && line.role() == role)
                .map(Line::says)
                .findFirst();
    }

    /** What a department changes in this case before it sends it again. */
    Optional<JsonNode> correction(String reference) {
        return Optional.ofNullable(corrections.get(reference));
    }

    /** Why a department withdraws this case, if it does. */
    Optional<String> withdrawal(String reference) {
        return Optional.ofNullable(withdrawals.get(reference));
    }
}
