package uk.gov.datashare.process;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.Delivery;
import uk.gov.datashare.contracts.Dpia;
import uk.gov.datashare.contracts.Legal;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Purpose;
import uk.gov.datashare.contracts.RequestId;
import uk.gov.datashare.contracts.Security;
import uk.gov.datashare.contracts.ShareCommand.SubmitRequest;
import uk.gov.datashare.contracts.ShareRequest.ExternalRef;
import uk.gov.datashare.contracts.ShareRequest.RequestType;
import uk.gov.datashare.contracts.Terms;

/** A request for tests, which differs from version to version in its title alone. */
final class Requests {

    static final ExternalRef REFERENCE = new ExternalRef("test-cases", "4711");
    static final String ID = RequestId.of(Plans.ASKER, REFERENCE);
    static final LocalDate LAST_DAY = LocalDate.of(2027, 6, 30);

    private Requests() {}

    static SubmitRequest submit(int version, ApprovalPlan plan) {
        return submit(REFERENCE, version, plan);
    }

    static SubmitRequest submit(ExternalRef reference, int version, ApprovalPlan plan) {
        var proposal = proposal(version);
        return new SubmitRequest(RequestId.of(Plans.ASKER, reference), Plans.ASKER, reference, version, RequestType.NEW,
                Optional.empty(),
                List.of(new Party(Plans.ASKER, "Department for Asking", Side.ACQUIRER),
                        new Party(Plans.HOLDER, "Holding Agency", Side.SUPPLIER)),
                proposal, MessageJson.hash(proposal), plan, List.of());
    }

    static Proposal proposal(int version) {
        return new Proposal("Bridges of the county, draft " + version, "Where bridges are, so that lorries avoid them.",
                "Lorries would go on hitting bridges.",
                new Proposal.Parties(Plans.ASKER, List.of(Plans.HOLDER), false, List.of(), List.of()),
                new Data(List.of(Data.Type.ANONYMOUS_OR_NON_PERSONAL), List.of(),
                        List.of(new Data.Asset("bridges", Plans.HOLDER, "Bridges")),
                        List.of(new Data.Item("height", "Clear height in metres", Data.Identifiability.NONE,
                                Optional.of("A1"), Optional.empty(), Optional.of("FIELD-SECRET"))),
                        Optional.empty()),
                new Purpose(List.of(new Purpose.Aim("A1", "Fewer bridge strikes")), "Routes avoid low bridges",
                        List.of(Purpose.Category.SERVICE_DELIVERY), List.of("Safer roads"), Optional.empty()),
                new Legal(List.of(new Legal.Power(Legal.Kind.COMMON_LAW, Optional.empty(), "Common law powers",
                        Plans.ASKER)), Optional.empty(), true),
                Optional.empty(), Optional.of(new Dpia(Dpia.Status.NOT_NEEDED_WITH_REASON, Optional.of("DPIA-SECRET"),
                        Optional.empty())),
                new Security(Security.Classification.OFFICIAL, false, List.of(), List.of(new Security.Assurance(
                        Security.Assurance.Scheme.ISO27001, Optional.of("CERTIFICATE-SECRET")))),
                new Delivery(Delivery.Method.API, Optional.of("JSON"), Delivery.Frequency.DAILY, false, List.of()),
                new Terms(LocalDate.of(2026, 7, 1), Optional.of(LAST_DAY), LocalDate.of(2027, 1, 4),
                        Optional.of(new Terms.Retention(Period.ofYears(1), "receipt")),
                        new Terms.Disposal(Terms.Disposal.Method.DELETE, "Deleted with all copies", false),
                        new Terms.Onward(false, Optional.empty(), List.of()), Optional.empty()));
    }
}
