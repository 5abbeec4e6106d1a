package uk.gov.datashare.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import uk.gov.datashare.cases.CaseListener;
import uk.gov.datashare.cases.CaseSoFar;
import uk.gov.datashare.contracts.Proposal;

/**
 * The open requests as far as the events topic has been read. Two that come at the same moment may miss each other: this is
 * there to warn, not to forbid.
 */
final class OpenRequestsView implements OpenRequests, CaseListener {

    private final Map<String, String> likenessOf = new ConcurrentHashMap<>();
    private final Map<String, List<String>> requests = new ConcurrentHashMap<>();

    @Override
    public void changed(CaseSoFar now) {
        Optional<String> is = now.request().filter(_ -> !now.isOver()).map(open -> Likeness.of(open.proposal()));
        Optional<String> was = Optional.ofNullable(likenessOf.get(now.requestId()));
        if (!is.equals(was)) {
            was.ifPresent(likeness -> requests.computeIfPresent(likeness, (_, ids) -> without(ids, now.requestId())));
            is.ifPresentOrElse(likeness -> {
                likenessOf.put(now.requestId(), likeness);
                requests.merge(likeness, List.of(now.requestId()), OpenRequestsView::both);
            }, () -> likenessOf.remove(now.requestId()));
        }
    }

    @Override
    public List<String> like(Proposal proposal) {
        return requests.getOrDefault(Likeness.of(proposal), List.of());
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).sorted().toList();
    }

    private static List<String> without(List<String> ids, String id) {
        return ids.stream().filter(each -> !each.equals(id)).toList();
    }
}
