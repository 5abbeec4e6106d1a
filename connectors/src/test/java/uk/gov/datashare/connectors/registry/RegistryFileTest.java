package uk.gov.datashare.connectors.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegistryFileTest {

    @Test
    void a_file_gives_its_organisations() throws IOException {
        assertThat(read("[" + text(Parties.dwp(1, "Ada Lamb")) + "," + text(Parties.dvla()) + "]"))
                .isEqualTo(List.of(Parties.dwp(1, "Ada Lamb"), Parties.dvla()));
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        String dwp = text(Parties.dwp(1, "Ada Lamb", "p-dvla-01", "cerys.obi@elsewhere.example.invalid"))
                .replace("\"escalationContact\":\"p-dwp-01\"", "\"escalationContact\":\"p-dwp-99\"")
                .replace("\"holder\":\"p-dwp-01\"", "\"holder\":\"p-dwp-98\"");

        assertThatExceptionOfType(InvalidRegistryException.class)
                .isThrownBy(() -> read("[" + dwp + "," + text(Parties.dvla()) + ", {\"id\": \"x\"}]"))
                .withMessageContaining("the escalation contact p-dwp-99 is not among its people")
                .withMessageContaining("p-dwp-98, named for DATA_SHARE_LEAD, is not among its people")
                .withMessageContaining("cerys.obi@elsewhere.example.invalid is at none of its domains")
                .withMessageContaining("the person p-dvla-01 stands in the registry twice")
                .withMessageContaining("/2");
    }

    @Test
    void an_address_that_hides_a_line_break_is_not_shown_as_it_is() {
        String dvla = text(Parties.dvla()).replace("lead@dvla", "lead\\nbcc:x@dvla");

        assertThatExceptionOfType(InvalidRegistryException.class).isThrownBy(() -> read("[" + dvla + "]"))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("lead\nbcc"));
    }

    @Test
    void what_is_no_array_is_refused() {
        assertThatExceptionOfType(InvalidRegistryException.class).isThrownBy(() -> read("{}"));
        assertThatExceptionOfType(InvalidRegistryException.class).isThrownBy(() -> read("nonsense"));
    }

    private static List<Organisation> read(String json) throws IOException {
        return RegistryFile.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    private static String text(Object message) {
        return new String(MessageJson.write(message), UTF_8);
    }
}
