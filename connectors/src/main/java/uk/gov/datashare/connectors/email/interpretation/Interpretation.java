package uk.gov.datashare.connectors.email.interpretation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import uk.gov.datashare.connectors.email.reply.Reading;

/**
 * What a mail comes to.
 *
 * @param outcome the one outcome
 * @param reading what it says, whoever wrote it; only where the outcome {@link Outcome#counts() counts} is it said by whoever
 *                was asked
 * @param proof   what proves it, the rule that fired among it
 */
public record Interpretation(Outcome outcome, Reading reading, Proof proof) {

    public Interpretation {
        requireNonNull(outcome);
        requireNonNull(reading);
        requireNonNull(proof);
        if (outcome.counts() && !(reading instanceof Reading.Said)) {
            throw new IllegalArgumentException("Only what was said counts, and " + proof.rule() + " is no saying");
        }
    }

    /** The rule that fired. */
    public String rule() {
        return proof.rule();
    }

    /** What stands beside a decision: a comment, a reason, a question, an answer; empty where there is nothing of the kind. */
    public Optional<String> comment() {
        String words = switch (reading) {
            case Reading.Approve(_, var comment) -> comment;
            case Reading.ApproveWithConditions _ -> "";
            case Reading.Reject(_, var reason) -> reason;
            case Reading.Return(_, var what) -> what;
            case Reading.Query(_, var question) -> question;
            case Reading.Answer(_, var answer) -> answer;
            case Reading.Delegate(_, _, var comment) -> comment;
            case Reading.NotMine(_, var comment) -> comment;
            case Reading.Sign(_, var comment) -> comment;
            case Reading.Confirm _,Reading.Unclear _,Reading.AutomaticReply _,Reading.Bounce _,Reading.Unreadable _ ->
                "";
        };
        return Optional.of(words).filter(text -> !text.isBlank());
    }

    /** The conditions of an approval. */
    public Optional<String> conditions() {
        return reading instanceof Reading.ApproveWithConditions(_, var conditions)
                ? Optional.of(conditions)
                : Optional.empty();
    }

    /** The address of whoever shall answer in the writer's place, in lower case. */
    public Optional<String> delegate() {
        return reading instanceof Reading.Delegate(_, var address, _) ? Optional.of(address) : Optional.empty();
    }
}
