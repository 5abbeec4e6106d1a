package uk.gov.datashare.connectors.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.provider.MethodSource;

import uk.gov.datashare.connectors.email.reply.MailParser.TooMuch;

/** Whatever bytes come, they are taken apart or refused. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MimeWalkerFuzz {

    @MethodSource("uk.gov.datashare.connectors.email.reply.Harness#seeds")
    @FuzzTest(maxDuration = "20s")
    void any_bytes_are_taken_apart_or_refused(byte[] mail) {
        Harness.within(MimeWalkerFuzz::walk, mail);
    }

    static void walk(byte[] mail) {
        try {
            Mail parsed = MailParser.parse(mail);
            assertThat(parsed.types()).hasSizeLessThanOrEqualTo(70);
            HtmlText.lines(parsed.html());
            parsed.headers().subject();
        } catch (TooMuch refused) {
            assertThat(refused).hasMessageMatching("It.*");
        }
    }
}
