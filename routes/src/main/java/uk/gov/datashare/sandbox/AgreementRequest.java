package uk.gov.datashare.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.DataProtection;
import uk.gov.datashare.contracts.DataProtection.Basis;
import uk.gov.datashare.contracts.DataProtection.LawfulBasis;
import uk.gov.datashare.contracts.DataProtection.PartyRole;
import uk.gov.datashare.contracts.Delivery;
import uk.gov.datashare.contracts.Dpia;
import uk.gov.datashare.contracts.Legal;
import uk.gov.datashare.contracts.Legal.Power;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.DataAsset;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Purpose;
import uk.gov.datashare.contracts.Security;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.contracts.ShareRequest.Declaration;
import uk.gov.datashare.contracts.ShareRequest.ExternalRef;
import uk.gov.datashare.contracts.ShareRequest.Person;
import uk.gov.datashare.contracts.ShareRequest.RequestType;
import uk.gov.datashare.contracts.Terms;
import uk.gov.datashare.sandbox.RealAgreements.Agreement;

/** The request that would have led to an agreement of the register, had there been a hub. */
final class AgreementRequest {

    private static final String ACT = "Digital Economy Act 2017";

    private AgreementRequest() {}

    /** The acquirer's request for the supplier's asset, on the agreement's terms. */
    static ShareRequest of(Agreement agreement, Organisation acquirer, Organisation supplier, DataAsset asset) {
        return new ShareRequest(new ExternalRef("dea-register", "DEA-" + agreement.registerId()), 1, RequestType.NEW,
                Optional.empty(), requester(acquirer), Optional.empty(), new Declaration(true, "2026-01"),
                proposal(agreement, acquirer.id(), supplier.id(), asset), Optional.empty(), Map.of(), List.of(),
                Map.of());
    }

    private static Person requester(Organisation acquirer) {
        return new Person("Case team", "data-sharing@" + acquirer.emailDomains().getFirst(), "Data sharing team");
    }

    private static Proposal proposal(Agreement agreement, String acquirer, String supplier, DataAsset asset) {
        return new Proposal(cut(agreement.name(), 200), cut(agreement.purpose(), 600),
                "The purpose that the register names could not be met.",
                new Proposal.Parties(acquirer, List.of(supplier), false, List.of(), List.of()),
                data(agreement, supplier, asset), purpose(agreement), legal(agreement, acquirer, supplier),
                Optional.of(dataProtection(acquirer, supplier)),
                Optional.of(new Dpia(Dpia.Status.COMPLETED, Optional.of("DEA-" + agreement.registerId()),
                        Optional.of(Dpia.Risk.LOW))),
                new Security(Security.Classification.OFFICIAL, false, List.of()),
                new Delivery(method(agreement.method()), Optional.empty(), Delivery.Frequency.AD_HOC, false, List.of()),
                terms(agreement));
    }

    private static Data data(Agreement agreement, String supplier, DataAsset asset) {
        return new Data(List.of(Data.Type.PERSONAL), List.of(),
                List.of(new Data.Asset(asset.assetId(), supplier, asset.title())),
                List.of(new Data.Item("Disclosed information", cut(agreement.disclosed(), 1_000),
                        Data.Identifiability.DIRECT,
                        Optional.of("A1"))),
                Optional.of(
                        new Data.Subjects("The people whom the register's entry describes", Optional.empty(), false)));
    }

    private static Purpose purpose(Agreement agreement) {
        return new Purpose(List.of(new Purpose.Aim("A1", cut(agreement.purpose(), 1_000))),
                "Records of both parties are matched for this purpose.", List.of(category(agreement.power())),
                List.of(cut(agreement.benefits(), 500)), Optional.empty());
    }

    private static Legal legal(Agreement agreement, String acquirer, String supplier) {
        Optional<String> objective = agreement.power().equals("2") ? Optional.of("FUEL_POVERTY") : Optional.empty();
        return new Legal(List.of(power(agreement.power(), acquirer), power(agreement.power(), supplier)), objective,
                true);
    }

    private static Power power(String power, String party) {
        return switch (power) {
            case "2" -> express("DEA-PSD-FP", ", section 36", party);
            case "6" -> express("DEA-DEBT", ", section 48", party);
            case "7" -> express("DEA-FRAUD", ", section 56", party);
            default -> throw new IllegalArgumentException("No sample here relies on the register's power " + power);
        };
    }

    private static Power express(String code, String section, String party) {
        return new Power(Legal.Kind.EXPRESS_STATUTORY, Optional.of(code), ACT + section, party);
    }

    private static Purpose.Category category(String power) {
        return switch (power) {
            case "6" -> Purpose.Category.DEBT;
            case "7" -> Purpose.Category.FRAUD;
            default -> Purpose.Category.SERVICE_DELIVERY;
        };
    }

    private static DataProtection dataProtection(String acquirer, String supplier) {
        return new DataProtection(List.of(publicTask(acquirer), publicTask(supplier)), List.of(), Optional.empty(),
                List.of(controller(acquirer), controller(supplier)), Optional.empty());
    }

    private static LawfulBasis publicTask(String party) {
        return new LawfulBasis(party, Basis.ART6_1_E_PUBLIC_TASK, "Laid down in the " + ACT, Optional.empty(), false);
    }

    private static PartyRole controller(String party) {
        return new PartyRole(party, DataProtection.Role.INDEPENDENT_CONTROLLER);
    }

    private static Delivery.Method method(String words) {
        if (words.contains("USB")) {
            return Delivery.Method.ENCRYPTED_MEDIA;
        }
        return words.contains("mail") ? Delivery.Method.SECURE_EMAIL : Delivery.Method.MANAGED_FILE_TRANSFER;
    }

    private static Terms terms(Agreement agreement) {
        return new Terms(agreement.start(), Optional.of(agreement.end()), agreement.review(),
                Optional.of(new Terms.Retention(agreement.retention(), "the receipt of the data")),
                new Terms.Disposal(Terms.Disposal.Method.DELETE, "Deleted with every copy when the retention ends.",
                        false),
                new Terms.Onward(false, Optional.empty(), List.of()), Optional.empty());
    }

    /** Text without line breaks, at most so long, whole words only. */
    private static String cut(String text, int most) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= most ? line : line.substring(0, line.lastIndexOf(' ', most - 1)) + "…";
    }
}
