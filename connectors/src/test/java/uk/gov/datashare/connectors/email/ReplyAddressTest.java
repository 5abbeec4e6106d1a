package uk.gov.datashare.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static uk.gov.datashare.connectors.email.ReplyAddress.Purpose.APPROVALS;
import static uk.gov.datashare.connectors.email.ReplyAddress.Purpose.BOUNCES;

import java.util.Locale;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that says which case and task it belongs to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplyAddressTest {

    private static final String DOMAIN = "hub.example.invalid";
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz";
    private static final ReplyAddress ADDRESS = new ReplyAddress(APPROVALS, "DSR-7K3M-9QPX-2ABC", "T7", TOKEN, DOMAIN);
    private static final String WRITTEN = "approvals+7k3m9qpx2abc-t7-" + TOKEN + "@" + DOMAIN;

    @Test
    void it_is_written_and_read_back() {
        assertThat(ADDRESS).hasToString(WRITTEN);
        assertThat(ReplyAddress.parse(WRITTEN, DOMAIN)).contains(ADDRESS);
        assertThat(ReplyAddress.parse(ADDRESS.as(BOUNCES).toString(), DOMAIN)).contains(ADDRESS.as(BOUNCES));
    }

    @Test
    void folding_names_and_brackets_do_no_harm() {
        assertThat(ReplyAddress.parse(WRITTEN.toUpperCase(Locale.ROOT), DOMAIN)).contains(ADDRESS);
        assertThat(ReplyAddress.parse("\"Data Share Hub\" <" + WRITTEN + ">", DOMAIN)).contains(ADDRESS);
        assertThat(ReplyAddress.parse(" <" + WRITTEN + "> ", DOMAIN)).contains(ADDRESS);
    }

    @Test
    void the_longest_keeps_to_64_octets() {
        String longest = new ReplyAddress(APPROVALS, "DSR-7K3M-9QPX-2ABC", "T999999999", TOKEN, DOMAIN).toString();
        assertThat(longest.substring(0, longest.indexOf('@'))).hasSizeLessThanOrEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "approvals@hub.example.invalid", "approvals+7k3m9qpx2abc-t7@hub.example.invalid",
            "approvals+7k3m9qpx2abc-t7-abc@hub.example.invalid",
            "approvals+7k3m9qpx2abc-7-abcdefghijklmnopqrstuvwxyz@hub.example.invalid",
            "approvals+7k3m9qpx2abi-t7-abcdefghijklmnopqrstuvwxyz@hub.example.invalid",
            "approvals+7k3m9qpx2abc-t7-abcdefghijklmnopqrstuvwxy1@hub.example.invalid",
            "approvals+7k3m9qpx2abc-t7-abcdefghijklmnopqrstuvwxyz@hub.example.invalid.evil.example",
            "approvals+7k3m9qpx2abc-t7-abcdefghijklmnopqrstuvwxyz@evil.example",
            "xapprovals+7k3m9qpx2abc-t7-abcdefghijklmnopqrstuvwxyz@hub.example.invalid",
            "approvals+7k3m9qpx2abc-t7-abcdefghijklmnopqrstuvwxyz@hub.example.invalid, x@y",
            "approvals+7k3m9qpx2abc-t7-abcdefghijklmnopqrstuvwxyz"})
    void anything_else_is_refused(String other) {
        assertThat(ReplyAddress.parse(other, DOMAIN)).isEmpty();
    }

    @Test
    void it_is_found_within_a_text_once() {
        assertThat(ReplyAddress.within(
                "To: <" + WRITTEN + ">, or " + WRITTEN + ". Not " + WRITTEN.replace(DOMAIN, "x.example"), DOMAIN))
                .containsExactly(ADDRESS);
    }

    @Test
    void it_cannot_be_made_of_parts_that_could_not_be_read_back() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplyAddress(APPROVALS, "DSR-1", "T7", TOKEN, DOMAIN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplyAddress(APPROVALS, "DSR-7K3M-9QPX-2ABC", "T7\n", TOKEN, DOMAIN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplyAddress(APPROVALS, "DSR-7K3M-9QPX-2ABC", "T7", "short", DOMAIN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReplyAddress(APPROVALS, "DSR-7K3M-9QPX-2ABC", "T7", TOKEN, "a b"));
    }

    @Test
    void a_message_id_says_which_letter_it_is_of() {
        assertThat(MessageIds.of("DSR-7K3M-9QPX-2ABC/v1/T7/task", DOMAIN))
                .isEqualTo("<DSR-7K3M-9QPX-2ABC/v1/T7/task@hub.example.invalid>");
        String odd = "a:b c=d<é>@e";
        assertThat(MessageIds.letterId(MessageIds.of(odd, DOMAIN), DOMAIN)).contains(odd);
        assertThat(MessageIds.of(odd, DOMAIN)).matches("<[\\x21-\\x7e&&[^<>@]]+@hub.example.invalid>");
        assertThat(MessageIds.letterId("<x@dept.example.invalid>", DOMAIN)).isEmpty();
    }
}
