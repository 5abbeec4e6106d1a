package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.contracts.ShareRequest.ExpertReview;

/**
 * What a request says beside its proposal for those who approve it. It is shown to them, and is no part of what their hash
 * binds: it says how the request came about, and not what would be shared.
 *
 * @param neededBy      the day by which the data is needed, if there is one
 * @param answers       answers to the questions of suppliers and their assets, by the question's id
 * @param expertReviews what the acquirer's own experts had looked at
 */
public record Accompaniment(Optional<LocalDate> neededBy, Map<String, String> answers,
        List<ExpertReview> expertReviews) {

    /** A request that says nothing beside its proposal. */
    public static final Accompaniment NONE = new Accompaniment(Optional.empty(), Map.of(), List.of());

    public Accompaniment {
        requireNonNull(neededBy);
        answers = Absent.orEmpty(answers);
        expertReviews = Absent.orEmpty(expertReviews);
    }

    /** What this request says beside its proposal; empty if that is nothing. */
    public static Optional<Accompaniment> of(ShareRequest request) {
        return Optional.of(new Accompaniment(request.neededBy(), request.supplementary(), request.expertReviews()))
                .filter(said -> !said.equals(NONE));
    }
}
