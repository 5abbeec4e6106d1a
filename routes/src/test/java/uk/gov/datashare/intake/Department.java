package uk.gov.datashare.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.CaseMessage;
import uk.gov.datashare.contracts.ErrorReport;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.gateways.GatewayChecker;
import uk.gov.datashare.judgement.Judging;
import uk.gov.datashare.precedents.Agreed;
import uk.gov.datashare.precedents.AgreedBefore;
import uk.gov.datashare.precedents.History;
import uk.gov.datashare.process.WorkingCalendars;
import uk.gov.datashare.routing.Routing;
import uk.gov.datashare.validation.Validation;

/** A department in front of the way in: what it sends, and how it reads what it gets. */
final class Department {

    static final String DFT = "department-for-transport";
    static final Sample PLAIN = Sample.of("a-postcode-data");
    static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);
    static final String SUBMITTED = MessageTypes.of(ShareRequest.class);

    private static final Routing ROUTING = Routing.builtIn();
    private static final Validation VALIDATION = new Validation(CLOCK, _ -> List.of(), WorkingCalendars.shipped());

    private Department() {}

    static Intake intake(Registry registry) {
        return intake(registry, AgreedBefore.nothing());
    }

    static Intake intake(Registry registry, Agreed agreed) {
        var judging = new Judging(VALIDATION, ROUTING, GatewayChecker.shipped(), new History(agreed)::of);
        return new Intake(registry, judging, new Answers(CLOCK), new Decisions("hub.example.invalid"));
    }

    static Received submission(Sample sample) {
        return submission(sample, Map.of());
    }

    static Received submission(Sample sample, Map<String, String> headers) {
        return record(sample.acquirer(), MessageJson.write(sample.json()), headers);
    }

    static Received message(CaseMessage message) {
        return record(DFT, MessageJson.write(message), Map.of("ce_type", MessageTypes.of(message.getClass())));
    }

    static Received record(String organisation, byte[] value, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(Map.of("ce_specversion", "1.0", "ce_id", "m-1", "ce_source",
                "urn:casework", "ce_type", SUBMITTED, "content-type", "application/json"));
        all.putAll(headers);
        return new Received(Topics.requests(organisation).name(), 0, 7, NOW, Optional.of("the-key"), all,
                Optional.of(value));
    }

    static Outgoing.Event event(List<Outgoing> outgoing) {
        assertThat(outgoing).singleElement().isInstanceOf(Outgoing.Event.class);
        return (Outgoing.Event) outgoing.getFirst();
    }

    static ShareCommand command(Outgoing.Event event) {
        return MessageJson.read(event.envelope().data(), ShareCommand.class);
    }

    static ErrorReport report(Outgoing.Event event) {
        assertThat(event.envelope().type()).isEqualTo(MessageTypes.of(ErrorReport.class));
        return MessageJson.read(event.envelope().data(), ErrorReport.class);
    }
}
