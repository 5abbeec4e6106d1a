package uk.gov.datashare.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyTokens;
import uk.gov.datashare.connectors.email.reply.Provenance;
import uk.gov.datashare.connectors.email.reply.Reading;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.Approve;
import uk.gov.datashare.contracts.ShareCommand.Delegate;
import uk.gov.datashare.contracts.ShareCommand.Disclaim;
import uk.gov.datashare.contracts.ShareCommand.ReportAway;
import uk.gov.datashare.contracts.ShareCommand.Sign;

/** Nothing that is said with an answer gets lost on its way to the process, and a cover is somebody of the registry. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandsTest {

    private static final ReplyAddress ABOUT = new ReplyAddress(ReplyAddress.Purpose.APPROVALS, "DSR-7K3M-9QPX-2ABC",
            "T7", "abcdefghijklmnopqrstuvwxyz", "hub.example.invalid");
    private static final Evidence EVIDENCE = new Evidence(Evidence.Channel.EMAIL, "<1@dwp.gov.uk.example.invalid>",
            "a".repeat(64), "approve.approve", Evidence.Assurance.HIGH);
    private static final Provenance FROM = new Provenance("a".repeat(64), "<1@dwp.gov.uk.example.invalid>",
            Optional.of("owner@dwp.gov.uk.example.invalid"), Optional.of(ABOUT), Optional.empty(), "approve.approve");

    private final Commands commands = new Commands(new Writers(Registry.of(List.of(dwp()))),
            new ReplyTokens(new byte[ReplyTokens.KEY_BYTES]).codes());

    @Test
    void what_is_added_to_an_answer_goes_with_it() {
        assertThat(of(new Reading.Approve(FROM, "glad to"))).isInstanceOfSatisfying(Approve.class,
                yes -> assertThat(yes.comment()).contains("glad to"));
        assertThat(of(new Reading.Sign(FROM, "for the board"))).isInstanceOfSatisfying(Sign.class,
                yes -> assertThat(yes.comment()).contains("for the board"));
        assertThat(of(new Reading.NotMine(FROM, "ask licensing"))).isInstanceOfSatisfying(Disclaim.class,
                not -> assertThat(not.comment()).contains("ask licensing"));
        assertThat(of(new Reading.Delegate(FROM, "deputy@dwp.gov.uk.example.invalid", "you know it")))
                .isInstanceOfSatisfying(Delegate.class,
                        handsOn -> assertThat(handsOn.comment()).contains("you know it"));
    }

    @Test
    void a_blank_comment_is_none() {
        assertThat(of(new Reading.Approve(FROM, "  "))).isInstanceOfSatisfying(Approve.class,
                yes -> assertThat(yes.comment()).isEmpty());
    }

    @Test
    void a_cover_is_named_by_address_and_becomes_a_person_of_the_registry() {
        assertThat(cover("deputy@dwp.gov.uk.example.invalid")).contains("dwp.deputy");
        assertThat(cover("somebody@elsewhere.example.invalid")).isEmpty();
    }

    private Optional<String> cover(String address) {
        return ((ReportAway) of(new Reading.AutomaticReply(FROM, true, Optional.of(LocalDate.of(2026, 12, 7)),
                Optional.of(address)))).cover();
    }

    private ShareCommand of(Reading reading) {
        return commands.of(reading, ABOUT, EVIDENCE).orElseThrow();
    }

    private static Organisation dwp() {
        return new Organisation("department-for-work-pensions", 1, "Department for Work and Pensions", Optional.empty(),
                Organisation.Type.MINISTERIAL_DEPARTMENT, Organisation.Status.ACTIVE, List.of(),
                Organisation.Calendar.ENGLAND_AND_WALES, List.of(), List.of("dwp.gov.uk.example.invalid"),
                "data@dwp.gov.uk.example.invalid", List.of(), "dwp.owner", List.of(person("owner"), person("deputy")),
                List.of(), new Organisation.Policies(false, Map.of(), Optional.empty()));
    }

    private static RoleHolder person(String post) {
        return new RoleHolder("dwp." + post, "Pat", post + "@dwp.gov.uk.example.invalid", post, Optional.empty());
    }
}
