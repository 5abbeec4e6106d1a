package uk.gov.datashare.connectors.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The secret in a reply address. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplyTokensTest {

    private static final ReplyTokens TOKENS = new ReplyTokens(new byte[32]);
    private static final String HASH = "ab".repeat(32);

    @Test
    void a_token_has_26_letters_that_survive_folding() {
        String token = TOKENS.token("DSR-7K3M-9QPX-2ABC", 1, "T7", "person-1", HASH);
        assertThat(token).matches("[a-z2-7]{26}").isEqualTo(token.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    @Test
    void a_token_is_what_it_was_when_it_was_sent() {
        // HMAC-SHA-256 under 32 zero bytes, computed elsewhere: letters in circulation must stay valid.
        assertThat(TOKENS.token("DSR-7K3M-9QPX-2ABC", 1, "T7", "person-1", HASH))
                .isEqualTo("3jxm4gxtpsvyaxevsq6nurg5gj");
    }

    @Test
    void another_part_makes_another_token() {
        String token = TOKENS.token("DSR-7K3M-9QPX-2ABC", 1, "T7", "person-1", HASH);
        assertThat(TOKENS.token("DSR-7K3M-9QPX-2ABD", 1, "T7", "person-1", HASH)).isNotEqualTo(token);
        assertThat(TOKENS.token("DSR-7K3M-9QPX-2ABC", 2, "T7", "person-1", HASH)).isNotEqualTo(token);
        assertThat(TOKENS.token("DSR-7K3M-9QPX-2ABC", 1, "T8", "person-1", HASH)).isNotEqualTo(token);
        assertThat(TOKENS.token("DSR-7K3M-9QPX-2ABC", 1, "T7", "person-2", HASH)).isNotEqualTo(token);
        assertThat(TOKENS.token("DSR-7K3M-9QPX-2ABC", 1, "T7", "person-1", "cd".repeat(32))).isNotEqualTo(token);
        assertThat(new ReplyTokens("another key of at least 32 bytes".getBytes(US_ASCII)).token("DSR-7K3M-9QPX-2ABC", 1,
                "T7", "person-1", HASH)).isNotEqualTo(token);
    }

    @Test
    void a_thousand_tasks_have_a_thousand_tokens() {
        assertThat(IntStream.range(0, 1_000)
                .mapToObj(task -> TOKENS.token("DSR-7K3M-9QPX-2ABC", 1, "T" + task, "p", HASH)))
                .doesNotHaveDuplicates();
    }

    @Test
    void parts_cannot_be_shifted_into_each_other() {
        assertThatIllegalArgumentException().isThrownBy(() -> TOKENS.token("DSR\n1", 1, "T7", "p", HASH));
    }

    @Test
    void a_digest_does_not_depend_on_case() {
        assertThat(ReplyTokens.digest("ABC")).isEqualTo(ReplyTokens.digest("abc")).matches("[0-9a-f]{64}");
        assertThat(ReplyTokens.same(ReplyTokens.digest("abc"), ReplyTokens.digest("Abc"))).isTrue();
        assertThat(ReplyTokens.same(ReplyTokens.digest("abc"), ReplyTokens.digest("abd"))).isFalse();
    }

    @Test
    void a_short_key_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReplyTokens(new byte[31]));
    }
}
