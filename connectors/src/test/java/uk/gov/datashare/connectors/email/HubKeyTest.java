package uk.gov.datashare.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the hub's key comes from. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HubKeyTest {

    @Test
    void a_key_is_made_once_and_kept(@TempDir Path folder) {
        byte[] key = HubKey.inFolder(folder.resolve("new"));
        assertThat(key).hasSize(ReplyTokens.KEY_BYTES);
        assertThat(HubKey.inFolder(folder.resolve("new"))).isEqualTo(key);
        assertThat(HubKey.inFolder(folder.resolve("other"))).isNotEqualTo(key);
    }

    @Test
    void only_its_owner_can_read_it(@TempDir Path folder) throws IOException {
        HubKey.inFolder(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("hub.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_configured_key_is_base64_and_long_enough() {
        assertThat(HubKey.fromConfiguration("A".repeat(43) + "=")).hasSize(32);
        assertThatIllegalArgumentException().isThrownBy(() -> HubKey.fromConfiguration("secret!"))
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException().isThrownBy(() -> HubKey.fromConfiguration("AAAA"));
    }
}
