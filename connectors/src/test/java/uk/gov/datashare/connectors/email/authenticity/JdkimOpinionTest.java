package uk.gov.datashare.connectors.email.authenticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static uk.gov.datashare.connectors.email.authenticity.SignedMail.PLAIN;
import static uk.gov.datashare.connectors.email.authenticity.SignedMail.by;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.connectors.email.authenticity.SecondOpinion.Opinion;

/** What jDKIM says of signatures, and when it has nothing to say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JdkimOpinionTest {

    @TempDir
    Path folder;
    private SecondOpinion jdkim = SecondOpinion.none();

    @BeforeEach
    void keys() throws IOException {
        jdkim = new JdkimOpinion(DkimKeys.inFile(SignedMail.keysOf(folder, "dept.example", "other.example")));
    }

    private Opinion on(String mail) {
        return jdkim.on(SignedMail.bytes(mail), "dept.example"::equals);
    }

    @Test
    void a_signature_of_the_senders_domain_is_checked() {
        assertThat(on(by("dept.example", PLAIN))).isEqualTo(Opinion.PASS);
        assertThat(on("Received: from a by b; today\r\n" + by("dept.example", PLAIN))).isEqualTo(Opinion.PASS);
        assertThat(on(by("other.example", by("dept.example", PLAIN)))).isEqualTo(Opinion.PASS);
    }

    @Test
    void whatever_was_changed_after_it_was_signed_is_noticed() {
        String signed = by("dept.example", PLAIN);
        assertThat(on(signed.replace("\r\nApprove", "\r\nReject"))).isEqualTo(Opinion.FAIL);
        assertThat(on(signed.replace("Kim Lee <kim@", "Kim Lee <lee@"))).isEqualTo(Opinion.FAIL);
        assertThat(on(signed + "One more line\r\n")).isEqualTo(Opinion.FAIL);
    }

    @Test
    void another_domains_signature_says_nothing() {
        assertThat(on(by("other.example", PLAIN))).isEqualTo(Opinion.NONE);
        assertThat(on(PLAIN)).isEqualTo(Opinion.NONE);
    }

    @Test
    void what_cannot_be_checked_says_nothing() {
        String signed = by("dept.example", PLAIN);
        assertThat(on(signed.replace("s=s1", "s=s2"))).isEqualTo(Opinion.NONE);
        assertThat(on(signed.replace("rsa-sha256", "ed25519-sha256"))).isEqualTo(Opinion.NONE);
        assertThat(on("DKIM-Signature: d=dept.example\r\n" + PLAIN)).isEqualTo(Opinion.NONE);
        assertThat(on("DKIM-Signature: v=1; d=dept.example; s=s1; b=!!; bh=?; h=\r\n" + PLAIN)).isEqualTo(Opinion.NONE);
        assertThat(on("DKIM-Signature: nonsense\r\n" + PLAIN)).isEqualTo(Opinion.NONE);
        assertThat(on("")).isEqualTo(Opinion.NONE);
        assertThat(SecondOpinion.none().on(SignedMail.bytes(signed), _ -> true)).isEqualTo(Opinion.NONE);
    }

    @Test
    void hundreds_of_signatures_are_not_looked_at() {
        assertThat(on(
                "DKIM-Signature: v=1; a=rsa-sha256; d=dept.example; s=s1\r\n".repeat(300) + by("dept.example", PLAIN)))
                .isEqualTo(Opinion.NONE);
    }

    @Test
    void a_file_of_something_else_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.txt"), "dept.example p=MIIB\n");
        assertThatIllegalArgumentException().isThrownBy(() -> DkimKeys.inFile(file))
                .withMessageContaining("s1._domainkey");
    }
}
