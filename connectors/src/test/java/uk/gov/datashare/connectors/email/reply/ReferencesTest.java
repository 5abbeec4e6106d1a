package uk.gov.datashare.connectors.email.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.gov.datashare.connectors.email.reply.Mails.DOMAIN;
import static uk.gov.datashare.connectors.email.reply.Mails.REPLY_ADDRESS;

import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.email.MessageIds;
import uk.gov.datashare.connectors.email.ReplyAddress;

/** Which task a mail is about, wherever that stands. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferencesTest {

    private static final String OTHER = REPLY_ADDRESS.replace("-t7-", "-t8-");

    @Test
    void what_our_server_wrote_comes_before_what_the_sender_wrote() {
        assertThat(task("Delivered-To: " + REPLY_ADDRESS + "\nTo: " + OTHER)).contains("T7");
    }

    @Test
    void a_yes_that_was_written_to_another_task_and_sent_on_to_this_one_is_no_yes() {
        assertThat(Mails.read("Delivered-To: " + REPLY_ADDRESS + "\nFrom: jo@dept.example.invalid\nTo: " + OTHER
                + "\n\nApprove\n").provenance().rule()).isEqualTo("unclear.sent-on");
    }

    @Test
    void nor_is_a_yes_to_somebody_else() {
        assertThat(Mails.read("Delivered-To: " + REPLY_ADDRESS + "\nFrom: jo@dept.example.invalid\n"
                + "To: kim@dept.example.invalid\n\nApprove\n").provenance().rule()).isEqualTo("unclear.sent-on");
    }

    @Test
    void only_the_topmost_delivery_counts() {
        assertThat(task("Delivered-To: " + REPLY_ADDRESS + "\nDelivered-To: " + OTHER)).contains("T7");
    }

    @Test
    void a_display_name_and_another_case_do_no_harm() {
        assertThat(task(
                "To: \"Hub, Data Share\" <" + REPLY_ADDRESS.toUpperCase(Locale.ROOT) + ">, jo@dept.example.invalid"))
                .contains("T7");
    }

    @Test
    void a_mail_to_two_tasks_is_about_neither() {
        assertThat(task("To: " + REPLY_ADDRESS + ", " + OTHER)).isEmpty();
    }

    @Test
    void references_stand_in_for_a_lost_reply_to() {
        assertThat(task("To: approvals@" + DOMAIN + "\nReferences: <first@" + DOMAIN + "> <" + REPLY_ADDRESS + ">"))
                .contains("T7");
    }

    @Test
    void a_subject_with_the_whole_reference_is_enough() {
        assertThat(task("To: approvals@" + DOMAIN
                + "\nSubject: Re: [DSR-7K3M-9QPX-2ABC/T7] Approval needed (DPO) ref abcdefghijklmnopqrstuvwxyz"))
                .contains("T7");
    }

    @Test
    void a_subject_without_a_token_is_not() {
        assertThat(task("To: approvals@" + DOMAIN + "\nSubject: Re: [DSR-7K3M-9QPX-2ABC/T7] Approval needed"))
                .isEmpty();
    }

    @Test
    void an_address_in_the_quoted_letter_is_the_last_resort() {
        assertThat(Mails.read("From: jo@dept.example.invalid\nTo: approvals@" + DOMAIN + "\n\nApprove\n\n> Reply to "
                + REPLY_ADDRESS + ".\n").provenance().about().map(ReplyAddress::taskId)).contains("T7");
    }

    @Test
    void another_hubs_address_is_not_ours() {
        assertThat(task("To: " + REPLY_ADDRESS.replace(DOMAIN, "hub.example.invalid.evil.example"))).isEmpty();
    }

    @Test
    void our_own_message_id_names_the_letter() {
        String id = MessageIds.of("DSR-7K3M-9QPX-2ABC/T7/task", DOMAIN);
        Reading reading = Mails.read("From: jo@dept.example.invalid\nIn-Reply-To: " + id
                + "\nReferences: <other@dept.example.invalid> " + id + "\n\nApprove\n");
        assertThat(reading.provenance().answers()).contains("DSR-7K3M-9QPX-2ABC/T7/task");
        assertThat(reading.provenance().about()).isEmpty();
    }

    private static Optional<String> task(String headers) {
        return Mails.read("From: jo@dept.example.invalid\n" + headers + "\n\nApprove\n").provenance().about()
                .map(ReplyAddress::taskId);
    }
}
