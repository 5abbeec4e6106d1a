package uk.gov.datashare.connectors.email.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came in one transaction is kept whole or not at all, wherever the process dies. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpoolTest {

    private static final List<Spool.Arrival> LETTER_AND_COPY = List.of(
            new Spool.Arrival("everybody", "INBOX", "letter".getBytes(US_ASCII)),
            new Spool.Arrival("archive", "INBOX", "copy".getBytes(US_ASCII)));

    @TempDir
    Path folder;

    @Test
    void both_are_there_after_a_start() {
        new Spool(folder).keep(LETTER_AND_COPY);
        assertThat(new Spool(folder).load()).extracting(Spool.Kept::mailbox).containsExactly("everybody", "archive");
    }

    @Test
    void a_process_that_dies_before_the_list_is_written_leaves_neither() throws Exception {
        new Spool(folder).keep(LETTER_AND_COPY);
        for (Path mail : mails()) {
            Files.move(mail, draft(mail));
        }
        assertThat(new Spool(folder).load()).isEmpty();
    }

    @Test
    void a_process_that_dies_after_the_list_is_written_leaves_both() throws Exception {
        List<Spool.Kept> kept = new Spool(folder).keep(LETTER_AND_COPY);
        for (int moved = 0; moved <= 2; moved++) {
            Files.writeString(folder.resolve(kept.getFirst().number() + ".together"),
                    String.join("\n", mails().stream().map(mail -> folder.relativize(mail).toString()).toList()));
            for (Path mail : mails().subList(moved, 2)) {
                Files.move(mail, draft(mail));
            }
            assertThat(new Spool(folder).load()).extracting(Spool.Kept::mailbox).containsExactly("everybody",
                    "archive");
        }
    }

    private List<Path> mails() throws Exception {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(path -> path.toString().endsWith(".eml")).sorted().toList();
        }
    }

    private static Path draft(Path mail) {
        return mail.resolveSibling(mail.getFileName() + ".draft");
    }
}
