package uk.gov.datashare.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.ApproveWithConditions;
import uk.gov.datashare.contracts.ShareCommand.AskQuestion;
import uk.gov.datashare.contracts.ShareCommand.Confirm;
import uk.gov.datashare.contracts.ShareCommand.Delegate;
import uk.gov.datashare.contracts.ShareCommand.Disclaim;
import uk.gov.datashare.contracts.ShareCommand.GiveAnswer;
import uk.gov.datashare.contracts.ShareCommand.Reject;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareCommand.ReportUnclear;
import uk.gov.datashare.contracts.ShareCommand.ReturnForChanges;
import uk.gov.datashare.contracts.ShareCommand.Sign;

/** The places that a case can be in and the steps that can be taken there, for the table of all of them. */
final class PlacesAndSteps {

    private PlacesAndSteps() {}

    /** Something that happens to a case; empty where it cannot. */
    @FunctionalInterface
    interface Step {
        Optional<Case> in(Case story);
    }

    static Map<String, Supplier<Case>> places() {
        Map<String, Supplier<Case>> places = new LinkedHashMap<>();
        places.put("Nothing has come in", () -> Case.unseen(Plans.full()));
        places.put("Triage", () -> Case.submitted(Plans.full()));
        places.put("Approving: the owner's turn", PlacesAndSteps::ownersTurn);
        places.put("Approving: the owner has a question", () -> ownersTurn().holderSays("T3", question()));
        places.put("Approving: a view is asked for", PlacesAndSteps::viewAskedFor);
        places.put("Approving: the owner's yes is to be confirmed",
                () -> ownersTurn().says("T3", "holder.owner", Assurance.MEDIUM, Approve::new));
        places.put("Returned", () -> ownersTurn().holderSays("T3", (id, r) -> new ReturnForChanges(id, r, "say more")));
        places.put("Signing", () -> Case.agreed(Plans.full()));
        places.put("Signing: the last signature is awaited",
                () -> Case.agreed(Plans.full()).holderSays("T8", Sign::new));
        places.put("In force", () -> Case.live(Plans.full()));
        places.put("Over", () -> ownersTurn().withdraws());
        return places;
    }

    private static Case ownersTurn() {
        return Case.submitted(Plans.full()).holderSays("T1", Approve::new).holderSays("T2", Approve::new);
    }

    private static Case viewAskedFor() {
        return ownersTurn().holderSays("T3", Approve::new).holderSays("T5", Approve::new);
    }

    private static Case.Saying question() {
        return (id, r) -> new AskQuestion(id, r, "which roads?");
    }

    static Map<String, Step> steps() {
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("the department sends the version in hand again",
                of(story -> story.submits(story.share().version())));
        steps.put("... the next version", of(story -> story.submits(story.share().version() + 1)));
        steps.put("... the version after the next", of(story -> story.submits(story.share().version() + 2)));
        steps.put("... a next version that the hub may not carry",
                of(story -> story.isRefused(story.share().version() + 1)));
        steps.put("... a withdrawal", of(Case::withdraws));
        steps.put("... the answer to a question", of(story -> story.departmentAnswers(turn(story), "all of them")));
        steps.put("the holder approves", holder(Approve::new));
        steps.put("... approves with conditions",
                holder((id, r) -> new ApproveWithConditions(id, r, "no onward sharing")));
        steps.put("... rejects", holder((id, r) -> new Reject(id, r, Optional.of("no power"))));
        steps.put("... returns it for changes", holder((id, r) -> new ReturnForChanges(id, r, "say more")));
        steps.put("... signs", holder(Sign::new));
        steps.put("... asks a question", holder((id, r) -> new AskQuestion(id, r, "how many roads?")));
        steps.put("... delegates", holder((id, r) -> new Delegate(id, r, "holder.deputy", Optional.empty())));
        steps.put("... says that it is not theirs", holder(Disclaim::new));
        steps.put("... writes something unclear", holder((id, r) -> new ReportUnclear(id, r, "two commands at once")));
        steps.put("... is away", holder((id, r) -> new ReportAway(id, r, Optional.empty(), Optional.empty())));
        steps.put("... is away, and is back in two days", of(story -> awayForDays(story, 2)));
        steps.put("... is away, and is back in two weeks", of(story -> awayForDays(story, 14)));
        steps.put("... is not reached", holder((id, r) -> new ReportBounce(id, r, true)));
        steps.put("... is not reached yet", holder((id, r) -> new ReportBounce(id, r, false)));
        steps.put("... answers a question", holder((id, r) -> new GiveAnswer(id, r, "all of them")));
        steps.put("whoever was asked answers", asked((id, r) -> new GiveAnswer(id, r, "all of them")));
        steps.put("... approves instead", asked(Approve::new));
        steps.put("... is away themselves",
                asked((id, r) -> new ReportAway(id, r, Optional.empty(), Optional.empty())));
        steps.put("... is not reached themselves", asked((id, r) -> new ReportBounce(id, r, true)));
        steps.put("somebody else approves with the holder's token", of(story -> story.saysWith(
                story.token(turn(story), holderOrNobody(story)), turn(story), "holder.colleague", Approve::new)));
        steps.put("the holder approves with a token that was made up",
                of(story -> story.saysWith("0".repeat(64), turn(story), holderOrNobody(story), Approve::new)));
        steps.put("... approves, and it is not sure that it is they",
                of(story -> story.says(turn(story), holderOrNobody(story), Assurance.LOW, Approve::new)));
        steps.put("... approves, and it is not quite sure that it is they",
                of(story -> story.says(turn(story), holderOrNobody(story), Assurance.MEDIUM, Approve::new)));
        steps.put("... signs, and it is not quite sure that it is they",
                of(story -> story.says(turn(story), holderOrNobody(story), Assurance.MEDIUM, Sign::new)));
        steps.put("... confirms with the code", holder((id, r) -> new Confirm(id, r, Tokens.CODES.digest(id, 1, "T3",
                "holder.owner", r.evidence().rawDigest()))));
        steps.put("... confirms with another code", holder((id, r) -> new Confirm(id, r, "0".repeat(64))));
        steps.put("somebody approves who has not been asked yet",
                of(story -> story.says("T9", "holder.signatory", Approve::new)));
        steps.put("the time comes", story -> Case.PROCESS.nextDeadline(story.share()).map(at -> story.at(at).sweeps()));
        return steps;
    }

    private static Case awayForDays(Case story, int days) {
        var until = WorkingCalendar.day(story.now()).plusDays(days);
        return story.says(turn(story), holderOrNobody(story),
                (id, r) -> new ReportAway(id, r, Optional.of(until), Optional.empty()));
    }

    private static Step of(UnaryOperator<Case> step) {
        return story -> Optional.of(step.apply(story));
    }

    private static Step holder(Case.Saying saying) {
        return of(story -> story.says(turn(story), holderOrNobody(story), saying));
    }

    private static Step asked(Case.Saying saying) {
        return story -> questionOpen(story).map(question -> story.says(turn(story), question.askedOf(), saying));
    }

    /** Whose turn it is first; the first task where it is nobody's. */
    private static String turn(Case story) {
        return story.share() instanceof Share.InHand s
                ? s.tasks().inHands().findFirst().map(Task::id).orElse("T1")
                : "T1";
    }

    private static String holderOrNobody(Case story) {
        return story.share() instanceof Share.InHand s
                ? s.tasks().find(turn(story)).flatMap(Task::holding).map(Task.Holding::holder)
                        .orElse("holder.coordinator")
                : "holder.coordinator";
    }

    private static Optional<Question> questionOpen(Case story) {
        return story.share() instanceof Share.InHand s
                ? s.tasks().find(turn(story)).flatMap(Task::question)
                : Optional.empty();
    }
}
