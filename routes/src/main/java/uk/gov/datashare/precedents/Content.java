package uk.gov.datashare.precedents;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.DataProtection;
import uk.gov.datashare.contracts.Delivery;
import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Purpose;
import uk.gov.datashare.contracts.Security;
import uk.gov.datashare.contracts.Terms;

/** What a proposal and a memorandum both say, whichever of the two it was taken from. */
record Content(List<String> acquirers, List<String> suppliers, List<String> others, Data data, Purpose purpose,
        Powers powers, Optional<DataProtection> dataProtection, Security security, Delivery delivery, Terms terms) {

    static Content of(Proposal p) {
        var parties = p.parties();
        return of(List.of(parties.acquirer()), parties.suppliers(), parties.otherRecipients(), p.data(), p.purpose(),
                new Powers(p.legal(), List.of(parties.acquirer()), parties.suppliers()), p.dataProtection(),
                p.security(), p.delivery(), p.terms());
    }

    static Content of(Memorandum m) {
        List<String> acquirers = on(m, Side.ACQUIRER);
        List<String> suppliers = on(m, Side.SUPPLIER);
        List<String> others = m.parties().stream().map(Party::organisationId)
                .filter(id -> !acquirers.contains(id) && !suppliers.contains(id)).toList();
        return of(acquirers, suppliers, others, m.data(), m.purpose(), new Powers(m.legal(), acquirers, suppliers),
                m.dataProtection(), m.security(), m.delivery(), m.terms());
    }

    private static Content of(List<String> acquirers, List<String> suppliers, List<String> others, Data data,
            Purpose purpose, Powers powers, Optional<DataProtection> protection, Security security, Delivery delivery,
            Terms terms) {
        return new Content(acquirers, suppliers, others, data, purpose, powers, protection, security, delivery, terms);
    }

    private static List<String> on(Memorandum memorandum, Side side) {
        return memorandum.parties().stream().filter(party -> party.side() == side).map(Party::organisationId).toList();
    }

    Stream<Data.Subjects> subjects() {
        return data.subjects().stream();
    }
}
