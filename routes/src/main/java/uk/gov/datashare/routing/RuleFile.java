package uk.gov.datashare.routing;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan.Mode;
import uk.gov.datashare.contracts.ApprovalPlan.Stage;
import uk.gov.datashare.contracts.Role;

/**
 * The routing rules as they are written down, before anybody has asked whether they make sense.
 *
 * @param version      named in every plan
 * @param answerWithin working days for an answer
 * @param groups       whom a rule can ask
 * @param rules        the rules, in the order in which their reasons are given
 * @param staffing     what holds for every task
 */
record RuleFile(String version, AnswerWithin answerWithin, List<Group> groups, List<Rule> rules, Staffing staffing) {

    /** Working days for an answer where the organisation's policy says nothing: by role, and for every other role. */
    record AnswerWithin(int usual, Map<Role, Integer> byRole) {
        AnswerWithin {
            byRole = Map.copyOf(byRole);
        }
    }

    /** Parties for which a condition is true, or one central body. */
    record Group(String name, Optional<String> means, Optional<String> organisation) {
        Group {
            requireNonNull(name);
            requireNonNull(means);
            requireNonNull(organisation);
        }
    }

    /**
     * A rule.
     *
     * @param when      its condition, in CEL over {@link Facts#OF_A_REQUEST}
     * @param inWords   the same for people
     * @param setsAside ids of rules that do not apply when this one does; never a floor
     * @param refuse    what the sender is told, where the rule refuses the request
     * @param hurry     what becomes of time and order, where the rule is for a case that cannot wait
     * @param floor     whether nobody may take it away
     * @param citation  where it is laid down
     * @param source    where that was read
     * @param asAt      and when
     * @param ask       whom to ask
     */
    record Rule(String id, int version, String title, String when, String inWords, List<String> setsAside,
            Optional<String> refuse, Optional<Hurry> hurry, Boolean floor, String citation, String source,
            LocalDate asAt, List<Ask> ask) {
        Rule {
            requireNonNull(id);
            requireNonNull(title);
            requireNonNull(when);
            requireNonNull(inWords);
            setsAside = List.copyOf(requireNonNullElse(setsAside, List.of()));
            requireNonNull(refuse);
            requireNonNull(hurry);
            requireNonNull(floor, "each rule says whether it is a floor");
            requireNonNull(citation);
            requireNonNull(source);
            requireNonNull(asAt);
            ask = List.copyOf(requireNonNullElse(ask, List.of()));
        }

        boolean floorOf(Ask one) {
            return one.floor().orElse(floor);
        }
    }

    /**
     * What becomes of a case that cannot wait. Nobody whom the law asks for is left out: they are asked side by side and have
     * less time, and who is asked by a rule that is set aside is told once the share is agreed.
     *
     * @param workingDays for each answer before the parties sign
     * @param together    stages that are asked at once, in the first of them
     * @param afterwards  what those are told who are not waited for
     */
    record Hurry(int workingDays, List<Stage> together, String afterwards) {
        Hurry {
            together = List.copyOf(together);
            requireNonNull(afterwards);
        }

        Stage stage(Stage usual) {
            return together.contains(usual) ? together.getFirst() : usual;
        }
    }

    /** A group, what it is asked, how much the answer counts, when, and why in words for the person asked. */
    record Ask(String who, Optional<String> onlyIf, Role role, Mode mode, Stage stage, Optional<Boolean> floor,
            String why) {
        Ask {
            requireNonNull(who);
            requireNonNull(onlyIf);
            requireNonNull(role);
            requireNonNull(mode);
            requireNonNull(stage);
            requireNonNull(floor);
            requireNonNull(why);
        }
    }

    /** What holds for every task, whichever rule asked for it. */
    record Staffing(Always conflict, Always vacancy, Always accession) {
        Staffing {
            requireNonNull(conflict);
            requireNonNull(vacancy);
            requireNonNull(accession);
        }
    }

    /** A rule that the planner applies by itself, and its words for the person who is asked because of it. */
    record Always(String id, int version, String title, String inWords, String text, String citation, String source,
            LocalDate asAt) {
        Always {
            requireNonNull(id);
            requireNonNull(title);
            requireNonNull(inWords);
            requireNonNull(text);
            requireNonNull(citation);
            requireNonNull(source);
            requireNonNull(asAt);
        }
    }

    RuleFile {
        requireNonNull(version);
        requireNonNull(answerWithin);
        groups = List.copyOf(groups);
        rules = List.copyOf(rules);
        requireNonNull(staffing);
    }
}
