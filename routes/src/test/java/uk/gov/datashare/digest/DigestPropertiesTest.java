package uk.gov.datashare.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import uk.gov.datashare.contracts.DigestNote.TaskAsked;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Letter.Kind;

/** What holds for a digest reader whatever happens, in whatever order: nobody is forgotten, nothing comes twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DigestPropertiesTest {

    private static final int STORIES = 50;
    private static final int STEPS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void in_any_story_every_open_task_is_told_and_no_letter_comes_twice(long seed) {
        Random random = new Random(seed);
        for (int story = 0; story < STORIES; story++) {
            new Story(random).run();
        }
    }

    /** One story at random. */
    private static final class Story {

        private final Random random;
        private final Desk desk = Desk.at("2026-06-01T07:00");
        private final Map<Integer, TaskAsked> open = new HashMap<>();
        private final Set<String> letterIds = new HashSet<>();
        private final Set<LocalDate> days = new HashSet<>();
        private final Set<Integer> told = new HashSet<>();
        private final List<Integer> all = new ArrayList<>();
        private boolean digests = true;

        Story(Random random) {
            this.random = random;
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(10)) {
                    case 0, 1, 2, 3 -> ask();
                    case 4, 5 -> settle();
                    case 6 -> choose();
                    default -> pass(Duration.ofHours(1 + random.nextInt(30)));
                }
                check();
            }
            pass(Duration.between(desk.now(), desk.next()).plusMinutes(1));
            check();
            assertThat(told).containsAll(open.keySet());
        }

        private void ask() {
            int number = all.size() + 1;
            all.add(number);
            TaskAsked task = Desk.task(number, 1, Kind.TASK,
                    desk.now().plus(Duration.ofHours(random.nextInt(200))), false);
            open.put(number, task);
            Instant next = desk.next();
            desk.hears(task);
            if (!digests || !task.dueAt().orElseThrow().isAfter(next)) {
                assertThat(desk.book().entry(Desk.request(number) + "/T1").map(Entry::told).orElse(true)).isTrue();
            }
        }

        private void settle() {
            if (!open.isEmpty()) {
                int number = List.copyOf(open.keySet()).get(random.nextInt(open.size()));
                open.remove(number);
                desk.hears(Desk.settled(number));
            }
        }

        private void choose() {
            digests = random.nextBoolean();
            desk.chooses(digests);
        }

        private void pass(Duration time) {
            desk.until(desk.now().plus(time));
        }

        private void check() {
            for (Letter letter : desk.post()) {
                assertThat(letterIds.add(letter.letterId())).as(letter.letterId()).isTrue();
                if (letter.kind() == Kind.DIGEST) {
                    digest(letter);
                } else {
                    told.add(number(letter.requestId()));
                }
            }
            assertThat(desk.book().head().nextAt().isPresent()).isEqualTo(!desk.book().open().isEmpty());
        }

        private void digest(Letter letter) {
            assertThat(days.add(Reader.day(desk.now()))).isTrue();
            assertThat(letter.items()).hasSizeBetween(2, Digest.MOST);
            for (int at = 0; at < letter.items().size(); at++) {
                Letter.Item item = letter.items().get(at);
                assertThat(item.number()).isEqualTo(at + 1);
                assertThat(open).containsKey(number(item.requestId()));
                told.add(number(item.requestId()));
            }
        }

        private static int number(String requestId) {
            return Integer.parseInt(requestId.substring(requestId.length() - 4));
        }
    }
}
