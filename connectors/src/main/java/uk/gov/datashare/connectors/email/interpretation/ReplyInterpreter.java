package uk.gov.datashare.connectors.email.interpretation;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.authenticity.Authenticity.Verdict;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Never;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.NotKnown;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Sent;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Standing;
import uk.gov.datashare.connectors.email.interpretation.Correspondence.Written;
import uk.gov.datashare.connectors.email.reply.LetterLines;
import uk.gov.datashare.connectors.email.reply.Provenance;
import uk.gov.datashare.connectors.email.reply.Reading;
import uk.gov.datashare.connectors.email.reply.ReplyReader;
import uk.gov.datashare.contracts.Evidence.Assurance;

/**
 * The one function from a mail to its outcome. Pure: the same bytes, the same verdict on their origin and the same
 * correspondence always come to the same; it reads no clock and no network, and it never throws. It judges with what it was
 * given; the process, which alone knows every event up to now, judges again and last.
 */
public final class ReplyInterpreter {

    private final ReplyReader reader;

    /** An interpreter of what this reader reads. */
    public ReplyInterpreter(ReplyReader reader) {
        this.reader = requireNonNull(reader);
    }

    /** What follows, and the rule by which it does. */
    private record Ruling(Outcome outcome, String rule) {}

    /**
     * What a mail comes to.
     *
     * @param raw     the mail as the mailbox gave it
     * @param origin  whether it was really sent by the domain that its From names
     * @param sent    what the hub itself has sent
     */
    public Interpretation interpret(byte[] raw, Verdict origin, Correspondence sent) {
        Reading reading = reader.read(raw, address -> lines(sent.to(address)));
        Provenance provenance = reading.provenance();
        Optional<ReplyAddress> about = provenance.about();
        Written written = about.map(sent::to).orElseGet(NotKnown::new);
        Ruling ruling = rule(reading, origin, written);
        return new Interpretation(ruling.outcome(), reading, new Proof(provenance.rawDigest(), provenance.messageId(),
                ruling.rule(), about.map(address -> ReplyTokens.digest(address.token())), version(written), origin));
    }

    private static LetterLines lines(Written written) {
        return written instanceof Sent known ? known.lines() : LetterLines.NONE;
    }

    private static OptionalInt version(Written written) {
        return written instanceof Sent known ? OptionalInt.of(known.version()) : OptionalInt.empty();
    }

    private static Ruling rule(Reading reading, Verdict origin, Written written) {
        String rule = reading.provenance().rule();
        return switch (reading) {
            case Reading.Unreadable _ -> new Ruling(Outcome.QUARANTINE, rule);
            case Reading _ when origin.forged() -> new Ruling(Outcome.QUARANTINE, "forged.results");
            case Reading.Bounce _ -> new Ruling(Outcome.BOUNCE, rule);
            case Reading.AutomaticReply _ -> new Ruling(Outcome.IGNORED, rule);
            case Reading.Said said -> person(said, origin, written);
            case Reading.Unclear unclear -> person(unclear, origin, written);
        };
    }

    private static Ruling person(Reading reading, Verdict origin, Written written) {
        if (!isAboutATask(reading.provenance())) {
            return new Ruling(Outcome.STALE, "stale.no-token");
        }
        return switch (written) {
            case Never _ -> new Ruling(Outcome.STALE, "stale.wrong-token");
            case Sent(_, _, _, _, var standing) when standing != Standing.CURRENT ->
                new Ruling(Outcome.STALE, "stale." + standing.name().toLowerCase(Locale.ROOT));
            case Sent(_, var addresses, _, _, _) when !isOneOf(addresses, reading.provenance().from()) ->
                new Ruling(Outcome.UNAUTHORISED, "unauthorised.other-sender");
            case Sent _,NotKnown _ when origin.assurance() == Assurance.LOW ->
                new Ruling(Outcome.CLARIFY, "authenticity.low");
            case Sent _,NotKnown _ -> said(reading);
        };
    }

    private static Ruling said(Reading reading) {
        String rule = reading.provenance().rule();
        return switch (reading) {
            case Reading.Query _ -> new Ruling(Outcome.QUERY, rule);
            case Reading.Said _ -> new Ruling(Outcome.DECISION, rule);
            case Reading _ -> new Ruling(Outcome.CLARIFY, rule);
        };
    }

    private static boolean isAboutATask(Provenance provenance) {
        return provenance.about().filter(address -> !address.taskId().equals(ReplyAddress.NO_TASK)).isPresent();
    }

    /** Letters that only look different are the same letters (Unicode normalization form KC), whatever their case. */
    private static boolean isOneOf(Set<String> addresses, Optional<String> from) {
        return from.map(address -> Normalizer.normalize(address, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .filter(addresses::contains).isPresent();
    }
}
