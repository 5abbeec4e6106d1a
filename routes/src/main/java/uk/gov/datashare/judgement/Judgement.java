package uk.gov.datashare.judgement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Problem;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.routing.Routed;
import uk.gov.datashare.validation.Verdict;

/** What becomes of a request. */
public sealed interface Judgement {

    /**
     * The hub may not carry it.
     *
     * @param request the request, with successors in the place of organisations that are gone if it came that far
     * @param why     the rule that says so
     */
    record NotCarried(ShareRequest request, Routed.Refused why) implements Judgement {
        public NotCarried {
            requireNonNull(request);
            requireNonNull(why);
        }
    }

    /**
     * It goes back to its sender.
     *
     * @param verdict everything that is wrong, and what may be sent in its place
     */
    record ComesBack(Verdict verdict) implements Judgement {
        public ComesBack {
            requireNonNull(verdict);
        }
    }

    /**
     * People are asked.
     *
     * @param request  the request, with successors in the place of organisations that are gone
     * @param related  the arrangement that it is about
     * @param plan     who is asked
     * @param warnings what to think about, of {@link PowersOpen powers} and of time as well
     */
    record Taken(ShareRequest request, Optional<Arrangement> related, ApprovalPlan plan,
            List<Problem> warnings) implements Judgement {
        public Taken {
            requireNonNull(request);
            requireNonNull(related);
            requireNonNull(plan);
            warnings = List.copyOf(warnings);
        }
    }
}
