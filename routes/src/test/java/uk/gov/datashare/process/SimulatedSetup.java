package uk.gov.datashare.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

import uk.gov.datashare.contracts.Delivery;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation.Calendar;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Section;
import uk.gov.datashare.contracts.Security;
import uk.gov.datashare.process.ApprovalsByMail.Way;
import uk.gov.datashare.process.oracle.Rules;

/** How a simulated hub can be set up, and what is asked of it; all of it made once, for there are thousands of worlds. */
record SimulatedSetup(ShareProcess process, Rules rules) {

    /** A proposal, and what everybody would have to work out again each time. */
    record Draft(Proposal proposal, String hash) {}

    private static final TokenDigests TOKENS = (request, version, task, person, hash) -> String.join("|", request,
            "" + version, task, person, hash);
    private static final Codes CODES = (request, version, task, person, mail) -> String.join("|", "code", request,
            "" + version, task, person, mail);
    private static final int FIRST_YEAR = 2026;
    private static final int LAST_YEAR = 2035;
    private static final Map<Calendar, Set<LocalDate>> HOLIDAYS = holidays();

    /** Everything by mail; everything with a code; sensitive ones with a code; no signature and no owner's yes by mail. */
    static final List<SimulatedSetup> ALL = List.of(
            of(ApprovalsByMail.USUAL),
            of(new ApprovalsByMail(Map.of("default", Way.CONFIRMED))),
            of(new ApprovalsByMail(Map.of("official-sensitive", Way.CONFIRMED))),
            of(new ApprovalsByMail(Map.of("any.signatory", Way.REFUSAL_ONLY, "official-sensitive.data-owner",
                    Way.REFUSAL_ONLY, "any.siro", Way.CONFIRMED))));

    /** Drafts that differ in what they are for, in how the data travels, and in their marking. */
    static final List<Draft> DRAFTS = IntStream.range(0, 8).mapToObj(SimulatedSetup::draft).toList();

    static final List<Party> PARTIES = Requests.submit(1, Plans.small()).parties();

    /** The hashes of each draft's sections, by its own hash. */
    static final Map<String, Map<Section, String>> SECTIONS = sections();

    /** Tokens that say in clear what they are bound to: quick, and easy to read when something went wrong. */
    static String token(String requestId, int version, String taskId, String person, String shown) {
        return TOKENS.digest(requestId, version, taskId, person, shown);
    }

    private static SimulatedSetup of(ApprovalsByMail byMail) {
        var policy = ProcessPolicy.USUAL.with(byMail);
        BiPredicate<Calendar, LocalDate> isHoliday = (calendar, day) -> HOLIDAYS.getOrDefault(calendar, Set.of())
                .contains(day);
        return new SimulatedSetup(new ShareProcess(TOKENS, CODES, Case.CALENDARS, policy), new Rules(TOKENS::digest,
                CODES::digest, (sensitive, role) -> byMail.on(sensitive, role).name(), isHoliday, policy.reminders(),
                policy.lapseAfterWorkingDays()));
    }

    private static Map<Calendar, Set<LocalDate>> holidays() {
        Map<Calendar, Set<LocalDate>> all = new HashMap<>();
        for (Calendar calendar : Calendar.values()) {
            Set<LocalDate> days = new HashSet<>();
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                Case.CALENDARS.holidays(year, calendar).forEach(day -> days.add(day.date()));
            }
            all.put(calendar, days);
        }
        return all;
    }

    private static Map<String, Map<Section, String>> sections() {
        Map<String, Map<Section, String>> all = new HashMap<>();
        DRAFTS.forEach(draft -> all.put(draft.hash(), draft.proposal().sectionHashes()));
        return all;
    }

    private static Draft draft(int number) {
        var p = Requests.proposal(1 + (number & 1));
        var security = new Security(p.security().classification(), (number & 2) > 0, List.of(),
                p.security().assurances());
        var delivery = (number & 4) > 0
                ? new Delivery(Delivery.Method.API, p.delivery().format(), Delivery.Frequency.DAILY, true, List.of())
                : p.delivery();
        var drafted = new Proposal(p.title(), p.plainSummary(), p.impactIfRefused(), p.parties(), p.data(), p.purpose(),
                p.legal(), p.dataProtection(), p.dpia(), security, delivery, p.terms());
        return new Draft(drafted, MessageJson.hash(drafted));
    }
}
