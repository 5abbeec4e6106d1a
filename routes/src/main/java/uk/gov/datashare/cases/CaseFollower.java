package uk.gov.datashare.cases;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Stage;
import uk.gov.datashare.contracts.RecordedEvent;

/** Follows cases as {@link CaseSoFar} has them, which is enough for most stages. Each stage has one of its own. */
public final class CaseFollower {

    private final Follower<CaseSoFar> cases;

    /** A follower that catches up from this history. */
    public CaseFollower(CaseHistory history) {
        this.cases = new Follower<>(history, new Folding());
    }

    /**
     * A stage that looks at one event after the other. An event on which the function throws becomes a dead letter that
     * names the route, and the others flow; a history that cannot be read now holds the batch back.
     */
    public Stage stage(String routeId, InstantSource clock, Function<CaseStep, List<Outgoing>> function) {
        return cases.stage(routeId, clock, (event, after) -> function.apply(new CaseStep(event, after)));
    }

    /** The usual fold. */
    static final class Folding implements Fold<CaseSoFar> {

        @Override
        public CaseSoFar begin(RecordedEvent first) {
            return CaseFold.begin(first);
        }

        @Override
        public CaseSoFar after(CaseSoFar before, RecordedEvent next) {
            return CaseFold.after(before, next);
        }

        @Override
        public CaseSoFar toKeep(CaseSoFar state) {
            return state.isOver() ? state.inBrief() : state;
        }
    }
}
