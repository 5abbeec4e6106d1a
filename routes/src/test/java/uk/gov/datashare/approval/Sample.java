package uk.gov.datashare.approval;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.PlannedTask;
import uk.gov.datashare.contracts.ApprovalPlan.Reason;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.DataProtection;
import uk.gov.datashare.contracts.Delivery;
import uk.gov.datashare.contracts.Dpia;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Legal;
import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Purpose;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.Security;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.ShareRequest.ExternalRef;
import uk.gov.datashare.contracts.ShareRequest.RequestType;
import uk.gov.datashare.contracts.Terms;

/** A request from the Home Office to the Department for Work and Pensions, and everybody in it. */
final class Sample {

    static final String HOME_OFFICE = "home-office";
    static final String DWP = "department-for-work-pensions";
    static final ExternalRef REF = new ExternalRef("casework", "HO-2026-17");
    static final Evidence EVIDENCE = new Evidence(Evidence.Channel.EMAIL, "<1@dwp.gov.uk.example.invalid>",
            "a".repeat(64), "approve.approve", Evidence.Assurance.HIGH);
    static final String TOKEN_DIGEST = "b".repeat(64);
    static final Instant DUE = Instant.parse("2026-12-02T17:30:00Z");

    static final String DPO = "dwp.dpo";
    static final String DEPUTY = "dwp.deputy";
    static final String OWNER = "dwp.owner";
    static final String HO_LEAD = "ho.lead";
    static final String DWP_LEAD = "dwp.lead";
    static final String ESCALATION = "dwp.cdo";
    static final String SIGNATORY = "dwp.director";
    /** Who has chosen one letter a day. */
    static final String DIGEST_READER = "dwp.busy";

    private Sample() {}

    static Registry registry() {
        return Registry.of(List.of(organisation(HOME_OFFICE, "Home Office", "ho"),
                organisation(DWP, "Department for Work and Pensions", "dwp")));
    }

    private static Organisation organisation(String id, String name, String prefix) {
        String domain = prefix + ".gov.uk.example.invalid";
        List<String> posts = List.of("dpo", "deputy", "owner", "lead", "cdo", "director", "coordinator", "busy");
        return new Organisation(id, 1, name, Optional.empty(), Organisation.Type.MINISTERIAL_DEPARTMENT,
                Organisation.Status.ACTIVE, List.of(), Organisation.Calendar.ENGLAND_AND_WALES, List.of(),
                List.of(domain), "data@" + domain,
                List.of(new Organisation.RoleHolding(Role.DPO, prefix + ".dpo", List.of(prefix + ".deputy")),
                        new Organisation.RoleHolding(Role.DATA_SHARE_LEAD, prefix + ".lead", List.of())),
                prefix + ".cdo",
                posts.stream().map(post -> new Organisation.RoleHolder(prefix + "." + post, "Pat " + post,
                        post + "@" + domain, post, Optional.empty(),
                        Optional.of(Organisation.LettersChoice.DAILY_DIGEST).filter(_ -> post.equals("busy"))))
                        .toList(),
                List.of(), new Organisation.Policies(false, Map.of(), Optional.empty()));
    }

    static Proposal proposal(String title) {
        return proposal(title, "Addresses are compared, so that letters reach people who have moved.", false);
    }

    static Proposal proposal(String title, String summary, boolean sensitive) {
        return new Proposal(title, summary, "Letters go to old addresses, and decisions are missed.",
                new Proposal.Parties(HOME_OFFICE, List.of(DWP), false, List.of(),
                        List.of(new Proposal.Processor("Northern Data Services", HOME_OFFICE))),
                new Data(List.of(Data.Type.PERSONAL), List.of(),
                        List.of(new Data.Asset("dwp-benefit-addresses", DWP,
                                "Addresses of people who receive benefits")),
                        List.of(new Data.Item("surname", "as recorded", Data.Identifiability.DIRECT, Optional.of("A1")),
                                new Data.Item("postcode", "current", Data.Identifiability.INDIRECT, Optional.of("A1"))),
                        Optional.of(new Data.Subjects("people with a visa decision", Optional.of(120_000L), false))),
                new Purpose(List.of(new Purpose.Aim("A1", "reach people at their present address")),
                        "The two lists are compared once a month.", List.of(Purpose.Category.SERVICE_DELIVERY),
                        List.of("service delivery"), Optional.empty()),
                new Legal(List.of(new Legal.Power(Legal.Kind.EXPRESS_STATUTORY, Optional.empty(),
                        "Immigration Act 2014, section 20", HOME_OFFICE)), Optional.empty(), true),
                Optional.of(new DataProtection(List.of(new DataProtection.LawfulBasis(HOME_OFFICE,
                        DataProtection.Basis.ART6_1_E_PUBLIC_TASK, "immigration control", Optional.empty(), false)),
                        List.of(), Optional.empty(),
                        List.of(new DataProtection.PartyRole(HOME_OFFICE, DataProtection.Role.CONTROLLER)),
                        Optional.of(URI.create("https://privacy.example.invalid/ho")))),
                Optional.of(new Dpia(Dpia.Status.COMPLETED, Optional.of("DPIA-17"), Optional.of(Dpia.Risk.LOW))),
                new Security(Security.Classification.OFFICIAL, sensitive, List.of()),
                new Delivery(Delivery.Method.SFTP, Optional.of("CSV"), Delivery.Frequency.MONTHLY, false, List.of()),
                new Terms(LocalDate.of(2027, 1, 4), Optional.of(LocalDate.of(2029, 1, 3)), LocalDate.of(2028, 1, 4),
                        Optional.of(new Terms.Retention(Period.ofMonths(18), "the day of receipt")),
                        new Terms.Disposal(Terms.Disposal.Method.DELETE, "all copies are erased", true),
                        new Terms.Onward(false, Optional.empty(), List.of()), Optional.empty()));
    }

    static RequestSubmitted submitted(int version, Proposal proposal) {
        return new RequestSubmitted(HOME_OFFICE, REF, version, RequestType.NEW, Optional.empty(), parties(), proposal,
                MessageJson.hash(proposal), new ApprovalPlan("1", 1, tasks()), List.of());
    }

    static List<Party> parties() {
        return List.of(new Party(HOME_OFFICE, "Home Office", Side.ACQUIRER),
                new Party(DWP, "Department for Work and Pensions", Side.SUPPLIER));
    }

    /** T1 triage, T2 DPO (advice), T3 data owner (binds), T4 SIRO (vacant), T5 told only, T6 signs. */
    static List<PlannedTask> tasks() {
        return List.of(task("T1", Role.DATA_COORDINATOR, Mode.NOTIFY_ONLY, Stage.TRIAGE, "dwp.coordinator", false),
                task("T2", Role.DPO, Mode.ADVISORY, Stage.EXPERT, DPO, false),
                task("T3", Role.DATA_OWNER, Mode.BINDING, Stage.OWNER, OWNER, false),
                task("T4", Role.SIRO, Mode.BINDING, Stage.RISK, ESCALATION, true),
                task("T5", Role.FOI, Mode.NOTIFY_ONLY, Stage.EXTERNAL, "dwp.lead", false),
                task("T6", Role.SIGNATORY, Mode.BINDING, Stage.SIGN, SIGNATORY, false));
    }

    private static PlannedTask task(String id, Role role, Mode mode, Stage stage, String assignee, boolean vacant) {
        return new PlannedTask(id, DWP, Side.SUPPLIER, role, mode, stage, assignee, List.of(DEPUTY), ESCALATION, vacant,
                true, 10, Organisation.Calendar.ENGLAND_AND_WALES, Optional.empty(),
                List.of(new Reason("R04", 2, "The data is about people, so the data protection officer is heard.",
                        "UK GDPR Articles 38 and 39", Map.of("personal", "true"))));
    }

    static Memorandum memorandum() {
        Proposal proposal = proposal("Addresses for visa decisions");
        return new Memorandum("ARR-7K3M-9QPX-2ABC", Story.REQUEST, 1, Memorandum.Instrument.DATA_SHARING_AGREEMENT,
                proposal.title(), proposal.plainSummary(), parties(), proposal.data(), proposal.purpose(),
                proposal.legal(), proposal.dataProtection(), proposal.security(), proposal.delivery(), proposal.terms(),
                List.of("delete what does not match within a week"), List.of(), DUE);
    }

    static Arrangement arrangement() {
        return new Arrangement("ARR-7K3M-9QPX-2ABC", 1, Arrangement.Status.ACTIVE, memorandum(),
                MessageJson.hash(memorandum()), List.of(), "c".repeat(64), DUE);
    }
}
