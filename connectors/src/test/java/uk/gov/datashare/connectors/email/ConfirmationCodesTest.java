package uk.gov.datashare.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Letter;

/** The eight digits with which the approver on record confirms one mail. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfirmationCodesTest {

    private static final String REQUEST = "DSR-7K3M-9QPX-2ABC";
    private static final String MAIL = "ab".repeat(32);
    private static final ReplyTokens TOKENS = new ReplyTokens(new byte[ReplyTokens.KEY_BYTES]);

    private final ConfirmationCodes codes = TOKENS.codes();

    @Test
    void a_code_is_eight_digits_and_the_same_whenever_it_is_asked_for() {
        assertThat(IntStream.range(0, 2_000).mapToObj(task -> codes.code(REQUEST, 1, "T" + task, "person-1", MAIL)))
                .allMatch(code -> code.matches("[0-9]{8}"))
                .anyMatch(code -> code.startsWith("0"));
        assertThat(codes.code(REQUEST, 1, "T7", "person-1", MAIL))
                .isEqualTo(TOKENS.codes().code(REQUEST, 1, "T7", "person-1", MAIL));
    }

    @Test
    void another_part_makes_another_code() {
        String code = codes.code(REQUEST, 1, "T7", "person-1", MAIL);
        assertThat(codes.code("DSR-7K3M-9QPX-2ABD", 1, "T7", "person-1", MAIL)).isNotEqualTo(code);
        assertThat(codes.code(REQUEST, 2, "T7", "person-1", MAIL)).isNotEqualTo(code);
        assertThat(codes.code(REQUEST, 1, "T8", "person-1", MAIL)).isNotEqualTo(code);
        assertThat(codes.code(REQUEST, 1, "T7", "person-2", MAIL)).isNotEqualTo(code);
        assertThat(codes.code(REQUEST, 1, "T7", "person-1", "cd".repeat(32))).isNotEqualTo(code);
    }

    @Test
    void what_is_remembered_of_a_code_depends_on_the_key_and_the_task() {
        byte[] other = new byte[ReplyTokens.KEY_BYTES];
        other[0] = 1;
        String digest = codes.digest(REQUEST, "T7", "48291153");
        assertThat(digest).matches("[0-9a-f]{64}")
                .isNotEqualTo(new ReplyTokens(other).codes().digest(REQUEST, "T7", "48291153"))
                .isNotEqualTo(codes.digest(REQUEST, "T8", "48291153"));
        assertThatIllegalArgumentException().isThrownBy(() -> codes.digest(REQUEST, "T7\n4", "8291153"));
    }

    @Test
    void the_letter_gives_the_code_to_its_reader_and_the_link_writes_it_too() throws Exception {
        var letter = new Letter("case/T7/confirm", Letter.Kind.CONFIRM, REQUEST, "person-1",
                Optional.of(new Letter.Reply("T7", 1, "cd".repeat(32), Optional.of(MAIL))), Optional.empty(), "Confirm",
                "write \"confirm " + Letter.CONFIRMATION_CODE + "\"",
                "<a href=\"mailto:x?body=confirm%20" + Letter.CONFIRMATION_CODE + "\">it</a>");
        String code = codes.code(REQUEST, 1, "T7", "person-1", MAIL);
        String shown = code.substring(0, 4) + " " + code.substring(4);
        var mail = new LetterComposer(new HubMail("hub.example.invalid", "Data-share hub"), TOKENS,
                () -> Instant.parse("2026-11-24T10:00:00Z")).compose(letter, "kim@dept.example.invalid");

        var parts = (jakarta.mail.Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("write \"confirm " + shown + "\"");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("confirm%20" + shown.replace(" ", "%20"));
        assertThat(codes.shownIn(letter)).contains(shown);
    }
}
