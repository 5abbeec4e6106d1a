package uk.gov.datashare.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import uk.gov.datashare.HubSettings.Mail.Marking;
import uk.gov.datashare.cases.CaseHistory;
import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.BackboneSettings;
import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.backbone.Publisher;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.backbone.TopicView;
import uk.gov.datashare.connectors.email.Archive;
import uk.gov.datashare.connectors.email.HubMail;
import uk.gov.datashare.connectors.email.LetterComposer;
import uk.gov.datashare.connectors.email.LetterSender;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.archive.ArchiveMailbox;
import uk.gov.datashare.connectors.email.authenticity.Authenticity;
import uk.gov.datashare.connectors.email.authenticity.TrustedRelay;
import uk.gov.datashare.connectors.email.embedded.EmbeddedMailServer;
import uk.gov.datashare.connectors.email.embedded.MailServers;
import uk.gov.datashare.connectors.email.mailbox.MailboxReader;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.ReportBounce;
import uk.gov.datashare.contracts.ShareEvent.ApproverAway;
import uk.gov.datashare.contracts.Topics;
import uk.gov.datashare.process.ApprovalsByMail;

/** Letters out and replies in, through a real broker and a real mail server, with the process played by the test. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LettersOnTheBackboneTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DOMAIN = "hub.example.invalid";
    private static final InstantSource CLOCK = () -> Sample.DUE;
    private static final ReplyTokens TOKENS = new ReplyTokens(new byte[ReplyTokens.KEY_BYTES]);

    @TempDir
    static Path folder;
    private static final List<AutoCloseable> RUNNING = new ArrayList<>();
    private static final List<ShareCommand> COMMANDS = new CopyOnWriteArrayList<>();
    private static final List<String> LETTERS = new CopyOnWriteArrayList<>();
    private static Mailbox everybody;
    private static Publisher publisher;

    @BeforeAll
    static void open() throws Exception {
        Backbone backbone = running(Backbone.open(BackboneSettings.embedded(folder)));
        backbone.topics().provide(Topics.central());
        MailServers mail = running(
                MailServers.embedded(new EmbeddedMailServer.Settings(folder.resolve("mail"), 0, 0, DOMAIN,
                        address -> address.startsWith("deputy@"))));
        everybody = running(new Mailbox(mail));
        publisher = running(backbone.publisher());
        running(backbone.view(Topics.COMMANDS, record -> COMMANDS
                .add(MessageJson.read(record.value().orElseThrow(), ShareCommand.class))));
        running(backbone.view(Topics.MAIL_OUT, record -> LETTERS.add(record.place())));
        ArchiveMailbox archive = running(new ArchiveMailbox(mail.archive().orElseThrow(), DOMAIN, CLOCK));
        LetterSender sender = running(new LetterSender(mail.smtp(),
                new LetterComposer(new HubMail(DOMAIN, "Data-share hub"), TOKENS, CLOCK), archive, CLOCK));
        running(stages(backbone, sender, archive, mail)::stop);
        happened(Story.begin().and(Sample.submitted(1, Sample.proposal("Addresses for visa decisions")))
                .and(Everything.sought("T3", Sample.OWNER)).and(Everything.sought("T2", Sample.DEPUTY)).history());
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable each : RUNNING.reversed()) {
            each.close();
        }
    }

    @Test
    void an_approver_replies_to_the_letter_and_the_reply_becomes_a_command() throws Exception {
        Mailbox.Mail letter = everybody.await("owner@dwp.gov.uk.example.invalid", "Approval needed");
        assertThat(letter.text()).contains("To agree, write \"approve\"").doesNotContain("{reply-address}");

        everybody.reply(letter, "owner@dwp.gov.uk.example.invalid", "approve", "");

        await().atMost(SOON).untilAsserted(() -> assertThat(COMMANDS).hasAtLeastOneElementOfType(Approve.class));
        Approve approve = COMMANDS.stream().filter(Approve.class::isInstance).map(Approve.class::cast).findFirst()
                .orElseThrow();
        assertThat(approve.requestId()).isEqualTo(Story.REQUEST);
        assertThat(approve.reply().by()).contains(Sample.OWNER);
        assertThat(approve.reply().tokenDigest()).isEqualTo(digest("T3", Sample.OWNER));
    }

    @Test
    void a_mailbox_that_answers_by_itself_is_heard_and_not_answered() throws Exception {
        Mailbox.Mail letter = everybody.await("owner@dwp.gov.uk.example.invalid", "Approval needed");

        everybody.reply(letter, "owner@dwp.gov.uk.example.invalid", "I am out of the office until 7 December 2026.",
                "auto-replied");

        await().atMost(SOON).untilAsserted(() -> assertThat(COMMANDS).hasAtLeastOneElementOfType(ReportAway.class));
        int before = LETTERS.size();
        happened(List.of(new RecordedEvent(Story.REQUEST, 1, 4, Sample.DUE, RecordedEvent.FIRST,
                new ApproverAway("T3", Sample.OWNER, Optional.empty(), Optional.empty())),
                new RecordedEvent(Story.REQUEST, 1, 5, Sample.DUE, RecordedEvent.FIRST,
                        Everything.sought("T4", Sample.ESCALATION))));
        await().atMost(SOON).untilAsserted(() -> assertThat(LETTERS).hasSize(before + 1));
    }

    @Test
    void a_letter_that_comes_back_is_reported_for_the_person_whom_it_did_not_reach() {
        await().atMost(SOON).untilAsserted(() -> assertThat(COMMANDS).hasAtLeastOneElementOfType(ReportBounce.class));
        FromReply bounce = COMMANDS.stream().filter(ReportBounce.class::isInstance).map(FromReply.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(bounce.reply().tokenDigest()).isEqualTo(digest("T2", Sample.DEPUTY));
        assertThat(((ReportBounce) bounce).permanent()).isTrue();
    }

    private static CamelContext stages(Backbone backbone, LetterSender sender, Archive archive, MailServers mail)
            throws Exception {
        var spring = running(new AnnotationConfigApplicationContext());
        spring.registerBean(Backbone.class, () -> backbone);
        spring.registerBean(CaseHistory.class, () -> backbone.history(Topics.EVENTS)::read);
        spring.registerBean(Backbone.class, () -> backbone);
        spring.registerBean(Registry.class, Sample::registry);
        spring.registerBean(LetterSender.class, () -> sender);
        spring.registerBean(Archive.class, () -> archive);
        spring.registerBean(ReplyTokens.class, () -> TOKENS);
        spring.registerBean(ApprovalsByMail.class, () -> ApprovalsByMail.USUAL);
        spring.registerBean(Marking.class, () -> Marking.OFFICIAL);
        spring.registerBean(InstantSource.class, () -> CLOCK);
        spring.registerBean(HubMail.class, () -> new HubMail(DOMAIN, "Data-share hub"));
        spring.registerBean(Authenticity.class, TrustedRelay::embedded);
        spring.scan("uk.gov.datashare.approval", "uk.gov.datashare.post", "uk.gov.datashare.replies");
        spring.refresh();
        CamelContext camel = new DefaultCamelContext();
        camel.addRoutes(backbone.routes(List.copyOf(spring.getBeansOfType(Subscription.class).values())));
        for (RoutesBuilder routes : spring.getBeansOfType(RoutesBuilder.class).values()) {
            camel.addRoutes(routes);
        }
        camel.addRoutes(MailboxReader.routes(List.of(mail.imap()), DOMAIN, CLOCK));
        camel.start();
        return camel;
    }

    private static void happened(List<RecordedEvent> events) {
        publisher.send(events.stream().map(event -> Outgoing.event(Topics.EVENTS, event.requestId(),
                new Envelope<>(event.requestId() + "/" + event.sequence(), URI.create("urn:datashare:hub:process"),
                        MessageTypes.of(event.event().getClass()), event.requestId(), event.at(), "correlation",
                        Optional.empty(), Optional.empty(), MessageJson.write(event))))
                .toList());
    }

    private static String digest(String task, String person) {
        String hash = MessageJson.hash(Sample.proposal("Addresses for visa decisions"));
        return ReplyTokens.digest(TOKENS.token(Story.REQUEST, 1, task, person, hash));
    }

    private static <T extends AutoCloseable> T running(T started) {
        RUNNING.add(started);
        return started;
    }
}
