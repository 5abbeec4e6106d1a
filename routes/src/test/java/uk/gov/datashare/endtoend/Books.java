package uk.gov.datashare.endtoend;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.erdtman.jcs.JsonCanonicalizer;

/** What the hub's topics say, and what must be true of it whatever happened meanwhile. */
record Books(List<Message> events, List<Message> arrangements, List<Message> arrangementEvents,
        List<Message> deadLetters) {

    static final String EVENTS = "datashare.events.v1";
    static final String ARRANGEMENTS = "datashare.arrangements.v1";
    static final String ARRANGEMENT_EVENTS = "datashare.arrangement-events.v1";
    static final String DEAD_LETTERS = "datashare.deadletters.v1";

    private static final String BEFORE_THE_FIRST = "0".repeat(64);
    private static final Map<String, String> ENDS = Map.of("arrangement.activated", "COMPLETED", "request.rejected",
            "REJECTED", "request.withdrawn", "WITHDRAWN", "request.lapsed", "LAPSED", "request.refused", "REFUSED");

    /** All that is on the topics now. */
    static Books at(Outside outside) {
        return new Books(outside.read(EVENTS), outside.read(ARRANGEMENTS), outside.read(ARRANGEMENT_EVENTS),
                outside.read(DEAD_LETTERS));
    }

    /** Everything that departments and consumers build on. */
    List<Message> all() {
        return Stream.of(events, arrangements, arrangementEvents).flatMap(List::stream).toList();
    }

    /** The histories of all cases, in order, by requestId. */
    Map<String, List<Message>> histories() {
        return events.stream().collect(groupingBy(Message::key, TreeMap::new, toList()));
    }

    /** How each case ended, by its department's own reference; every end that is found, for there must be one. */
    Map<String, List<String>> ends() {
        return histories().values().stream().collect(toMap(Books::reference, history -> history.stream()
                .map(Message::type).filter(ENDS::containsKey).map(ENDS::get).toList()));
    }

    private static String reference(List<Message> history) {
        return history.getFirst().at("/event/externalRef/id");
    }

    /** Each event carries the hash of the one before it in its case, and none is missing. */
    void everyChainVerifies() {
        assertThat(events).isNotEmpty();
        histories().forEach((requestId, history) -> {
            String previous = BEFORE_THE_FIRST;
            long sequence = 1;
            for (Message event : history) {
                assertThat(event.json().path("sequence").asLong()).as(event.toString()).isEqualTo(sequence++);
                assertThat(event.at("/previousHash")).as(event.toString()).isEqualTo(previous);
                previous = hash(event.bytes());
            }
        });
    }

    /** Each case agreed at most once, and each task has at most one decision in each version. */
    void nobodyDecidedTwice() {
        Map<String, Long> agreed = events.stream().filter(event -> event.type().equals("request.agreed"))
                .collect(groupingBy(Message::key, counting()));
        assertThat(agreed.values()).allMatch(times -> times == 1);
        Map<String, Long> decided = events.stream().filter(event -> event.type().equals("approval.decided"))
                .collect(groupingBy(
                        event -> event.key() + " v" + event.at("/version") + " " + event.at("/event/taskId"),
                        counting()));
        assertThat(decided).isNotEmpty().allSatisfy((task, times) -> assertThat(times).as(task).isEqualTo(1));
    }

    /** Each version of each arrangement is on each of its two topics once, and belongs to a case that was activated. */
    void eachArrangementStandsOnce() {
        Set<String> activated = events.stream().filter(event -> event.type().equals("arrangement.activated"))
                .map(event -> event.at("/event/arrangement/arrangementId")).collect(toSet());
        assertThat(versions(arrangements, "")).as("on " + ARRANGEMENTS).doesNotHaveDuplicates()
                .hasSameSizeAs(activated);
        assertThat(versions(arrangementEvents, "/event/arrangement")).as("on " + ARRANGEMENT_EVENTS)
                .containsExactlyInAnyOrderElementsOf(versions(arrangements, ""));
        assertThat(arrangements).extracting(Message::key).containsExactlyInAnyOrderElementsOf(activated);
    }

    private static List<String> versions(List<Message> messages, String at) {
        return messages.stream().map(message -> message.key() + " v" + message.at(at + "/version")).toList();
    }

    /** The newest state of each arrangement, by its id. */
    Map<String, Message> catalogue() {
        return arrangements.stream().collect(toMap(Message::key, identity(), (one, other) -> Comparator
                .<Message>comparingInt(message -> message.json().path("version").asInt())
                .compare(one, other) < 0 ? other : one));
    }

    /** SHA-256 over the canonical form (RFC 8785) of some JSON. */
    static String hash(byte[] json) {
        try {
            return sha256(new JsonCanonicalizer(json).getEncodedUTF8());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** SHA-256 of bytes, as 64 hex digits. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** In words, for whoever reads the test's output. */
    @Override
    public String toString() {
        return "%d events of %d cases, %d records on %s, %d on %s, %d dead letters".formatted(events.size(),
                histories().size(), arrangements.size(), ARRANGEMENTS, arrangementEvents.size(), ARRANGEMENT_EVENTS,
                deadLetters.size());
    }
}
