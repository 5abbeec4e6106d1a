package uk.gov.datashare.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

import uk.gov.datashare.Sample;
import uk.gov.datashare.connectors.backbone.Sounding;
import uk.gov.datashare.connectors.registry.Registry;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthTest {

    private Duration silent = Duration.ZERO;

    @Test
    void a_broker_that_does_not_answer_for_half_a_minute_is_told_of_and_one_that_answers_again_too() {
        var kafka = new KafkaHealth(() -> new Sounding(silent, List.of(), List.of()));
        assertThat(kafka.health().getStatus()).isEqualTo(Status.UP);
        silent = Duration.ofSeconds(31);
        assertThat(kafka.health().getStatus()).isEqualTo(Status.DOWN);
        silent = Duration.ofSeconds(1);
        assertThat(kafka.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void without_a_process_that_gave_up_or_a_deadlock_nothing_is_restarted() {
        assertThat(new AliveHealth(List.of(), ManagementFactory.getThreadMXBean(), System::nanoTime).health()
                .getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_registry_that_is_not_read_or_has_nobody_is_down() {
        var unread = new RegistryHealth(Sample.registry(), () -> false);
        var empty = new RegistryHealth(Registry.of(List.of()), () -> true);
        var whole = new RegistryHealth(Sample.registry(), () -> true);
        assertThat(List.of(unread, empty, whole)).extracting(each -> Optional.of(each.health().getStatus()))
                .containsExactly(Optional.of(Status.DOWN), Optional.of(Status.DOWN), Optional.of(Status.UP));
    }
}
