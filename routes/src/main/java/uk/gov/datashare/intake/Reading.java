package uk.gov.datashare.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.CaseMessage;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.ShareRequest;

/** What a record on a department's topic turned out to be. */
sealed interface Reading {

    /** A message about a case that has the form it should have; whether its content is right is not asked yet. */
    record Understood(Envelope<CaseMessage> envelope) implements Reading {
        public Understood {
            requireNonNull(envelope);
        }
    }

    /**
     * No such message.
     *
     * @param envelope  what it travelled in, where that much could be read
     * @param reference the department's own reference, where that much could be read
     * @param problems  everything that is wrong with it
     * @param meant     the request that it was plainly meant to be, if only its form is wrong
     */
    record NotUnderstood(Optional<Envelope<byte[]>> envelope, Optional<String> reference, List<Problem> problems,
            Optional<ShareRequest> meant)
            implements
                Reading {
        public NotUnderstood {
            requireNonNull(envelope);
            requireNonNull(reference);
            problems = List.copyOf(problems);
            requireNonNull(meant);
        }
    }
}
