package uk.gov.datashare.connectors.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.contracts.Topics;

/** One lead for all hubs of a cluster, on a real broker. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadershipTest {

    private static final Duration A_WHILE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    @BeforeAll
    static void topic() {
        SharedBroker.backbone().topics().provide(List.of(Topics.LEADERSHIP));
    }

    private Leadership leadership(String hub, String task) {
        var settings = BackboneSettings.at(SharedBroker.backbone().connection().bootstrapServers(), folder).named(hub);
        return Backbone.open(settings).leadership(task);
    }

    @Test
    void whoever_is_alone_leads_and_says_so() {
        var task = new RecordedTask();
        try (var alone = leadership("hub-a", "alone")) {
            assertThat(alone.isHeld()).isFalse();
            alone.seek(task);
            await().atMost(A_WHILE).until(() -> task.noted.contains("begin"));
            assertThat(alone.isHeld()).isTrue();
            assertThat(alone.leader()).contains("hub-a");
        }
        assertThat(task.noted).containsExactly("begin", "end");
    }

    @Test
    void a_hub_that_joins_takes_nothing_away_and_knows_who_leads_until_that_one_closes() throws Exception {
        var firstTask = new RecordedTask();
        var secondTask = new RecordedTask();
        try (var first = leadership("hub-a", "joined"); var second = leadership("hub-b", "joined")) {
            first.seek(firstTask);
            await().atMost(A_WHILE).until(first::isHeld);
            second.seek(secondTask);
            await().atMost(A_WHILE).until(() -> second.leader().isPresent());
            assertThat(second.leader()).contains("hub-a");
            assertThat(firstTask.noted).containsExactly("begin");
            assertThat(secondTask.noted).isEmpty();

            close(first);
            await().atMost(A_WHILE).until(second::isHeld);
            assertThat(second.leader()).contains("hub-b");
            assertThat(firstTask.noted).containsExactly("begin", "end");
        }
    }

    @Test
    void each_task_has_a_leader_of_its_own() {
        try (var one = leadership("hub-a", "one"); var other = leadership("hub-b", "other")) {
            one.seek(new RecordedTask());
            other.seek(new RecordedTask());
            await().atMost(A_WHILE).until(() -> one.isHeld() && other.isHeld());
        }
    }

    @Test
    void a_leader_that_is_killed_is_followed_by_another() throws Exception {
        try (var killed = LeadingProcess.start("hub-k", "killed"); var next = leadership("hub-n", "killed")) {
            await().atMost(A_WHILE).until(killed::leads);
            next.seek(new RecordedTask());
            await().atMost(A_WHILE).until(() -> next.leader().isPresent());
            assertThat(next.leader()).contains("hub-k");
            close(killed);
            await().atMost(A_WHILE).until(next::isHeld);
        }
    }

    @Test
    void a_leader_that_was_stopped_for_longer_than_its_session_knows_before_it_acts_again() throws Exception {
        try (var zombie = LeadingProcess.start("hub-z", "zombie"); var next = leadership("hub-n", "zombie")) {
            await().atMost(A_WHILE).until(zombie::leads);
            next.seek(new RecordedTask());
            await().atMost(A_WHILE).until(() -> next.leader().isPresent());
            zombie.signal("STOP");
            await().atMost(A_WHILE).until(next::isHeld);
            long before = zombie.words();
            zombie.signal("CONT");
            // It may have been stopped between its question and its word.
            await().during(Duration.ofSeconds(2)).atMost(A_WHILE)
                    .until(() -> zombie.words() <= before + 1 && next.isHeld());
        }
    }

    @Test
    void a_leader_whose_lead_is_not_confirmed_in_time_does_not_hold_it() {
        var now = new AtomicLong();
        var leadership = new Leadership(SharedBroker.backbone().connection(), "unconfirmed", now::get);
        assertThat(leadership.isHeld()).isFalse();
        leadership.confirmedAt(0);
        now.set(Leadership.LEASE.toNanos() - 1);
        assertThat(leadership.isHeld()).isTrue();
        now.incrementAndGet();
        assertThat(leadership.isHeld()).isFalse();
        assertThat(Leadership.LEASE).isLessThan(Leadership.SESSION);
    }

    @Test
    void a_task_that_cannot_begin_is_tried_again() {
        var tries = new AtomicLong();
        try (var leadership = leadership("hub-a", "failing")) {
            leadership.seek(new Leadership.Task() {
                @Override
                public void begin() {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("not yet");
                    }
                }

                @Override
                public void end() {
                    // Nothing was begun that would have to be ended.
                }
            });
            await().atMost(A_WHILE).until(() -> tries.get() == 2 && leadership.isHeld());
        }
    }

    /** In the middle of a test, and once more at its end. */
    private static void close(AutoCloseable closed) throws Exception {
        closed.close();
    }
}
