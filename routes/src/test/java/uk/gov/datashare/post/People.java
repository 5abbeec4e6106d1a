package uk.gov.datashare.post;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import uk.gov.datashare.connectors.backbone.Outgoing;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Topics;

/** Many readers at several domains, and many letters for them. */
final class People {

    private static final int ORGANISATIONS = 6;
    private static final int EACH = 10;
    private static final String LETTERS = "ABCDEFGHJK";

    private People() {}

    static Registry registry() {
        return Registry.of(IntStream.range(0, ORGANISATIONS).mapToObj(People::organisation).toList());
    }

    private static Organisation organisation(int number) {
        String id = "org-" + number;
        return new Organisation(id, 1, id, Optional.empty(), Organisation.Type.MINISTERIAL_DEPARTMENT,
                Organisation.Status.ACTIVE, List.of(), Organisation.Calendar.ENGLAND_AND_WALES, List.of(),
                List.of(id + ".example.invalid"), "data@" + id + ".example.invalid", List.of(), id + ".p0",
                IntStream.range(0, EACH).mapToObj(person -> new RoleHolder(id + ".p" + person, "Pat",
                        "p" + person + "@" + id + ".example.invalid", "", Optional.empty())).toList(),
                List.of(), new Organisation.Policies(false, Map.of(), Optional.empty()));
    }

    /** Letter number so and so, to one of the readers, about one of a hundred cases. */
    static Outgoing letter(int number) {
        String request = "DSR-7K3M-9QPX-2" + LETTERS.charAt(number % 10) + LETTERS.charAt(number / 10 % 10) + "C";
        String reader = "org-" + number % ORGANISATIONS + ".p" + number / ORGANISATIONS % EACH;
        var letter = new Letter("letter-" + number, Letter.Kind.NOTICE, request, reader, Optional.empty(),
                Optional.empty(), "Letter " + number, "text ".repeat(200), "<p>html</p>", List.of());
        return Outgoing.event(Topics.MAIL_OUT, request,
                Post.envelope(letter, Post.MORNING.plusSeconds(number)).map(MessageJson::write));
    }
}
