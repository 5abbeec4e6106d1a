package uk.gov.datashare.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.connectors.backbone.NotYet;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Accompaniment;
import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.CaseMessage;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.RequestId;
import uk.gov.datashare.contracts.ShareCommand.AnswerQuestion;
import uk.gov.datashare.contracts.ShareCommand.RefuseRequest;
import uk.gov.datashare.contracts.ShareCommand.SubmitRequest;
import uk.gov.datashare.contracts.ShareCommand.WithdrawRequest;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.intake.Reading.NotUnderstood;
import uk.gov.datashare.intake.Reading.Understood;
import uk.gov.datashare.judgement.Judgement;
import uk.gov.datashare.judgement.Judging;
import uk.gov.datashare.routing.Routed.Refused;
import uk.gov.datashare.routing.Routing;

/**
 * The way in: what a department put on its topic becomes a command, or an answer that says how to mend it. Who is asking is
 * taken from the topic, which the broker guards, and never from the message.
 */
final class Intake {

    private final Registry registry;
    private final Judging judging;
    private final Answers answers;
    private final Decisions decisions;

    Intake(Registry registry, Judging judging, Answers answers, Decisions decisions) {
        this.registry = requireNonNull(registry);
        this.judging = requireNonNull(judging);
        this.answers = requireNonNull(answers);
        this.decisions = requireNonNull(decisions);
    }

    /**
     * What follows from one record. It throws only for a fault of the hub's own, such as a central body that is not registered.
     *
     * @throws NotYet when it cannot be said now, because what has been agreed cannot be read
     */
    List<Outgoing> receive(Received received) {
        Registry now = registry.now();
        Optional<String> organisation = Topics.organisationOf(received.topic());
        return List.of(organisation
                .filter(id -> now.organisation(id).isPresent())
                .map(id -> answer(id, received, now))
                .orElseGet(() -> answers.deadLetter(received,
                        "Nobody is registered as " + organisation.orElse("the owner of " + received.topic())
                                + ". Register the organisation and replay this message, or discard it.")));
    }

    private Outgoing answer(String organisation, Received received, Registry now) {
        return switch (CaseReader.read(received)) {
            case NotUnderstood(var envelope, var reference, var problems, var meant) -> meant
                    .flatMap(request -> judging.meant(request, problems, organisation, now))
                    .map(verdict -> answers.errors(organisation, received, envelope, reference, verdict.problems(),
                            verdict.corrected()))
                    .orElseGet(() -> answers.errors(organisation, received, envelope, reference, problems,
                            Optional.empty()));
            case Understood(var envelope) -> switch (envelope.data()) {
                case ShareRequest request -> submit(organisation, received, envelope, request, now);
                case CaseMessage.Withdrawal(var ref, var reason) ->
                    answers.command(organisation, envelope,
                            new WithdrawRequest(RequestId.of(organisation, ref), organisation, ref, reason));
                case CaseMessage.Answer(var ref, var task, var answer) ->
                    answers.command(organisation, envelope,
                            new AnswerQuestion(RequestId.of(organisation, ref), organisation, ref, task, answer));
                case CaseMessage.Decision decision -> decide(organisation, received, envelope, decision, now);
            };
        };
    }

    private Outgoing decide(String organisation, Received received, Envelope<?> envelope,
            CaseMessage.Decision decision, Registry now) {
        String digest = MessageJson.sha256(received.value().orElse(new byte[0]));
        return switch (decisions.read(organisation, received.topic(), envelope.id(), digest, decision, now)) {
            case Decisions.Read.Command(var command) -> answers.command(organisation, envelope, command);
            case Decisions.Read.Wrong(var problems) -> answers.errors(organisation, received, Optional.of(envelope),
                    Optional.of(decision.externalRef().id()), problems, Optional.empty());
        };
    }

    private Outgoing submit(String organisation, Received received, Envelope<?> envelope, ShareRequest request,
            Registry now) {
        return switch (judging.of(request, organisation, now)) {
            case Judgement.NotCarried(var judged, var why) ->
                answers.command(organisation, envelope, refusal(organisation, judged, why));
            case Judgement.ComesBack(var verdict) -> answers.errors(organisation, received, Optional.of(envelope),
                    Optional.of(request.externalRef().id()), verdict.problems(), verdict.corrected());
            case Judgement.Taken(var taken, _, var plan, var warnings) -> answers.command(organisation, envelope,
                    submission(organisation, taken, plan, warnings, now));
        };
    }

    private static RefuseRequest refusal(String organisation, ShareRequest request, Refused refused) {
        return new RefuseRequest(RequestId.of(organisation, request.externalRef()), organisation, request.externalRef(),
                request.version(),
                refused.ruleId(), refused.words());
    }

    /** The people who asked stay behind: from here on only the registry's people are named, by id. */
    private static SubmitRequest submission(String organisation, ShareRequest request, ApprovalPlan plan,
            List<Problem> warnings, Registry now) {
        return new SubmitRequest(RequestId.of(organisation, request.externalRef()), organisation, request.externalRef(),
                request.version(),
                request.requestType(), request.relatedArrangementId(), Routing.parties(request.proposal(), now),
                request.proposal(),
                MessageJson.hash(request.proposal()), plan, warnings, Accompaniment.of(request));
    }
}
