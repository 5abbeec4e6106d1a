package uk.gov.datashare.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.BackboneSettings;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Publisher;
import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.contracts.ApprovalPlan;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.Sign;
import uk.gov.datashare.contracts.ShareEvent.ArrangementActivated;
import uk.gov.datashare.contracts.Topics;

/** The process on a real broker: started, stopped and started again in the middle of a case. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProcessOnABrokerIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ApprovalPlan plan = Plans.small();
    private final List<RecordedEvent> log = new CopyOnWriteArrayList<>();
    private final List<String> arrangements = new CopyOnWriteArrayList<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private Backbone backbone;
    private Publisher publisher;
    private List<TopicView> views = List.of();

    @BeforeEach
    void open() {
        backbone = Backbone.open(BackboneSettings.embedded(folder));
        backbone.topics().provide(Topics.central());
        publisher = backbone.publisher();
        views = List.of(backbone.view(Topics.EVENTS, record -> log.add(event(record))),
                backbone.view(Topics.ARRANGEMENTS, record -> arrangements.add(record.key().orElseThrow())));
    }

    @AfterEach
    void close() {
        views.forEach(TopicView::close);
        publisher.close();
        backbone.close();
    }

    @Test
    void a_case_goes_on_where_it_stood_after_a_restart_and_nothing_counts_twice() {
        var first = start();
        send("c1", Requests.submit(1, plan));
        send("c2", reply("T1", Approve::new));
        awaitEvents(7);
        first.stop();

        send("c1", Requests.submit(1, plan));
        send("c2", reply("T1", Approve::new));
        send("c3", reply("T2", Approve::new));
        var second = start();
        awaitEvents(13);
        send("c4", reply("T3", Sign::new));
        send("c5", reply("T4", Sign::new));
        awaitEvents(16);
        second.stop();

        assertThat(log).extracting(RecordedEvent::sequence).doesNotHaveDuplicates().isSorted();
        assertThat(log.getLast().event()).isInstanceOf(ArrangementActivated.class);
        await().atMost(SOON).untilAsserted(() -> assertThat(arrangements).hasSize(1));
        assertThat(Evolution.replay(Requests.ID, log)).isInstanceOf(Share.Live.class);
    }

    @Test
    void an_answer_to_a_department_that_nobody_has_entered_makes_its_topic() {
        var process = start();
        send("c1", Requests.submit(1, plan));
        send("c1", Requests.submit(1, plan));
        awaitEvents(4);
        backbone.topics().provide(List.of(Topics.status(Plans.ASKER)));
        try (var _ = backbone.view(Topics.status(Plans.ASKER), record -> answers.add(record.key().orElseThrow()))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(answers).containsExactly(Requests.ID));
        }
        process.stop();
    }

    private ProcessStreams start() {
        var topology = new ProcessTopology(Case.PROCESS, ProcessJournal.logging(),
                () -> Case.london("2026-06-01T10:00"), Duration.ofMillis(100),
                topic -> backbone.topics().provide(List.of(topic)));
        var streams = new ProcessStreams("process", topology.build(), backbone.connection().streams("process"),
                System::nanoTime);
        streams.start();
        assertThat(streams.awaitRunning(SOON)).isTrue();
        return streams;
    }

    private void send(String id, ShareCommand command) {
        publisher.send(List.of(Outgoing.event(Topics.COMMANDS, command.requestId(), Bench.envelope(id, command))));
    }

    /** By whoever the plan names, since nothing is handed over here. */
    private ShareCommand reply(String taskId, Case.Saying saying) {
        var holder = plan.tasks().stream().filter(task -> task.taskId().equals(taskId)).findFirst().orElseThrow();
        var hash = Evolution.replay(Requests.ID, log) instanceof Share.InHand s
                ? s.dossier().shownTo(s.tasks().find(taskId).orElseThrow())
                : Requests.submit(1, plan).contentHash();
        var token = Tokens.DIGESTS.digest(Requests.ID, 1, taskId, holder.assignee(), hash);
        return saying.from(Requests.ID, Tokens.reply(taskId, holder.assignee(), token, Assurance.HIGH));
    }

    private void awaitEvents(int number) {
        await().atMost(SOON).untilAsserted(() -> assertThat(log).hasSize(number));
    }

    private static RecordedEvent event(Received record) {
        return MessageJson.read(((Read.Understood) record.read()).envelope().data(), RecordedEvent.class);
    }
}
