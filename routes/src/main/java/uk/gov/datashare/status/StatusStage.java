package uk.gov.datashare.status;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.cases.CaseSoFar;
import uk.gov.datashare.cases.CaseStep;
import uk.gov.datashare.cases.Turn;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.StatusUpdate;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.status.Saying.Said;
import uk.gov.datashare.status.Saying.Unsaid;

/**
 * Makes of each event what its parties are told, each on their own topic. The same event always makes the same messages
 * under the same ids, so a repeat is known as one.
 */
final class StatusStage {

    private static final Logger LOG = LoggerFactory.getLogger(StatusStage.class);
    private static final URI SOURCE = URI.create("urn:datashare:hub:status");
    private static final int LONGEST_DETAIL = 4000;

    private StatusStage() {}

    static List<Outgoing> tell(CaseStep step) {
        return switch (StatusWords.of(step.event().data().event(), step.after())) {
            case Said said -> step.after().parties().stream().map(party -> message(step, said, party)).toList();
            case Unsaid(var because) -> {
                LOG.debug("The parties of {} are not told of {}: {}", step.after().requestId(), step.event().id(),
                        because);
                yield List.of();
            }
        };
    }

    private static Outgoing message(CaseStep step, Said said, String party) {
        Envelope<RecordedEvent> event = step.event();
        Envelope<byte[]> told = event.leadsTo(event.id() + "-" + party, SOURCE, MessageTypes.of(StatusUpdate.class),
                event.subject(), event.time(), MessageJson.write(update(step, said, party)));
        return Outgoing.event(Topics.status(party), step.after().requestId(), told);
    }

    private static StatusUpdate update(CaseStep step, Said said, String party) {
        CaseSoFar after = step.after();
        return new StatusUpdate(after.requestId(),
                party.equals(after.acquirer()) ? Optional.of(after.externalRef()) : Optional.empty(),
                after.version(), after.state(), said.headline(), said.detail().map(StatusStage::shortened),
                Turn.in(after),
                after.arrangementId(), step.event().data().at());
    }

    private static String shortened(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL - 3) + "...";
    }
}
