package uk.gov.datashare.digest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * All that the digest knows of one person.
 *
 * @param personId who
 * @param head     when their next digest is due, and what else is kept of them
 * @param open     the tasks that wait for their answer, by key
 */
record Book(String personId, Head head, SortedMap<String, Entry> open) {

    Book {
        requireNonNull(personId);
        requireNonNull(head);
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    }

    static Book empty(String personId) {
        return new Book(personId, Head.EMPTY, new TreeMap<>());
    }

    Book with(Head other) {
        return new Book(personId, other, open);
    }

    Book with(Entry entry) {
        return open(map -> map.put(entry.key(), entry));
    }

    Book known(List<Entry> entries) {
        return open(map -> entries.forEach(entry -> map.put(entry.key(), entry.known())));
    }

    Book without(String key) {
        return open(map -> map.remove(key));
    }

    Book withoutAny() {
        return open(Map::clear);
    }

    Optional<Entry> entry(String key) {
        return Optional.ofNullable(open.get(key));
    }

    /** The tasks that wait, the most urgent first. */
    List<Entry> byUrgency() {
        return open.values().stream().sorted(Entry.BY_URGENCY).toList();
    }

    /** When the next reply must be answered, on the machine's clock. */
    Optional<Instant> answerAt() {
        return head.replies().stream().map(Head.Pending::until).min(Instant::compareTo);
    }

    private Book open(Consumer<Map<String, Entry>> change) {
        var map = new TreeMap<>(open);
        change.accept(map);
        return new Book(personId, head, map);
    }

    /** Its keys, and those of another. */
    Stream<String> keysOfBoth(Book other) {
        return Stream.concat(open.keySet().stream(), other.open.keySet().stream()).distinct();
    }
}
