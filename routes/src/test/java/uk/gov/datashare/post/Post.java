package uk.gov.datashare.post;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Topics;

/** Readers and letters for the tests of the post office. */
final class Post {

    static final Instant MORNING = Instant.parse("2026-11-24T10:00:00Z");
    static final String REQUEST = "DSR-7K3M-9QPX-2ABC";
    static final String HASH = "e".repeat(64);
    static final String JO = "dwp.jo";
    static final String MO = "dwp.mo";
    /** Reads at another domain. */
    static final String KIM = "hmrc.kim";

    private Post() {}

    static Registry registry() {
        return Registry.of(List.of(organisation("dwp", JO, MO), organisation("hmrc", KIM)));
    }

    private static Organisation organisation(String id, String... people) {
        return new Organisation(id, 1, id, Optional.empty(), Organisation.Type.MINISTERIAL_DEPARTMENT,
                Organisation.Status.ACTIVE, List.of(), Organisation.Calendar.ENGLAND_AND_WALES, List.of(),
                List.of(id + ".example.invalid"), "data@" + id + ".example.invalid", List.of(), people[0],
                Stream.of(people).map(person -> new RoleHolder(person, person, address(person), "", Optional.empty()))
                        .toList(),
                List.of(), new Organisation.Policies(false, Map.of(), Optional.empty()));
    }

    static String address(String person) {
        int dot = person.indexOf('.');
        return person.substring(dot + 1) + "@" + person.substring(0, dot) + ".example.invalid";
    }

    static Letter letter(String letterId, String reader) {
        return new Letter(letterId, Letter.Kind.TASK, REQUEST, reader,
                Optional.of(new Letter.Reply("T3", 1, HASH)), Optional.empty(), "subject", "text", "<p>html</p>");
    }

    /** A letter about which nobody is asked anything. */
    static Letter notice(String letterId, String reader) {
        return new Letter(letterId, Letter.Kind.NOTICE, REQUEST, reader, Optional.empty(), Optional.empty(), "subject",
                "text", "<p>html</p>");
    }

    static Envelope<Letter> envelope(Letter letter, Instant writtenAt) {
        return new Envelope<>(letter.letterId(), URI.create("urn:datashare:hub:approval"),
                MessageTypes.of(Letter.class), letter.requestId(), writtenAt, "correlation", Optional.empty(),
                Optional.empty(), letter);
    }

    static Received record(long offset, Letter letter, Instant writtenAt) {
        return record(Topics.MAIL_OUT.name(), offset, letter.requestId(),
                envelope(letter, writtenAt).map(MessageJson::write));
    }

    static Received record(String topic, long offset, String key, Envelope<byte[]> envelope) {
        return new Received(topic, 0, offset, envelope.time(), Optional.of(key),
                Map.of("ce_specversion", "1.0", "ce_id", envelope.id(), "ce_source", envelope.source().toString(),
                        "ce_type", envelope.type(), "ce_subject", envelope.subject(), "ce_time",
                        envelope.time().toString(), "content-type", "application/json"),
                Optional.of(envelope.data()));
    }

    /** A clock that tests move. */
    static final class Clock implements java.time.InstantSource {

        private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);

        @Override
        public Instant instant() {
            return now.get();
        }

        void pass(java.time.Duration time) {
            now.updateAndGet(before -> before.plus(time));
        }
    }
}
