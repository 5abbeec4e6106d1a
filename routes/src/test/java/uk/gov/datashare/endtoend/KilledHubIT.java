package uk.gov.datashare.endtoend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox, killed without warning again and again in the middle of its story, and started again each time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledHubIT {

    private static final int KILLS = 3;
    /** A whole story has some five hundred events: the kills come after so many of them. */
    private static final int EARLIEST = 20;
    private static final int LATEST = 380;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Deque<HubProcess> started = new ArrayDeque<>();

    @AfterEach
    void stop() {
        started.forEach(HubProcess::close);
    }

    @Test
    void killed_in_the_middle_it_goes_on_and_nothing_is_lost_or_happens_twice(@TempDir Path folder) {
        long seed = Long.getLong("killed.seed", new Random().nextLong());
        List<Integer> moments = new Random(seed).ints(EARLIEST, LATEST).distinct().limit(KILLS).sorted().boxed()
                .toList();
        System.out.println("Killed: -Dkilled.seed=" + seed + " kills after events " + moments);
        Place place = Place.in(folder);
        start(place);
        Outside outside = Outside.of(place);
        try (Listener connected = Listener.to(outside, Books.EVENTS, Books.ARRANGEMENTS, Books.ARRANGEMENT_EVENTS)) {
            moments.forEach(moment -> killAfter(moment, connected, place));
            hub().awaitLine(SandboxStory.SUMMARY, PATIENCE);
            Books books = Books.at(outside);
            verify(books, place);
            hub().awaitThat("a consumer that stayed connected has heard it all", Duration.ofSeconds(30),
                    () -> connected.count() >= books.all().size());
            assertThat(connected.heard()).extracting(Message::place).doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(books.all().stream().map(Message::place).toList());
        }
    }

    private void start(Place place) {
        started.addLast(HubProcess.sandboxAt(place));
        hub().awaitReady();
    }

    private HubProcess hub() {
        return started.getLast();
    }

    private void killAfter(int events, Listener connected, Place place) {
        hub().awaitThat("event number " + events, PATIENCE, () -> connected.heard(Books.EVENTS).size() >= events);
        int heard = connected.heard(Books.EVENTS).size();
        hub().kill();
        long dead = System.nanoTime();
        start(place);
        System.out.println("Killed: after event " + heard + ", taking work again after "
                + Duration.ofNanos(System.nanoTime() - dead).toSeconds() + " s");
    }

    private void verify(Books books, Place place) {
        books.everyChainVerifies();
        books.nobodyDecidedTwice();
        books.eachArrangementStandsOnce();
        assertThat(books.ends()).isEqualTo(SandboxStory.ends());
        assertThat(books.deadLetters()).isEmpty();
        Map<String, Long> letters = Post.received(place).stream()
                .collect(groupingBy(letter -> letter.to() + " " + letter.messageId(), counting()));
        long again = letters.values().stream().filter(times -> times > 1).count();
        System.out.println("Killed: " + books + "; " + letters.size() + " letters, " + again + " of them went again");
        assertThat(again).isZero();
    }
}
