package uk.gov.datashare.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Proposal;

/** A canary in every text of a request and in every word that people write about it: it sings in no letter that may not show it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WithheldTest {

    private static final String TITLE = "Port checks";
    private static final int STORIES = 50;

    @Test
    void above_the_marking_that_a_mail_may_show_only_title_and_parties_are_in_any_letter() {
        var luck = new SplittableRandom(20_261_124L);
        for (int story = 0; story < STORIES; story++) {
            var canaries = new ArrayList<String>();
            Proposal proposal = withCanaries(Sample.proposal(TITLE, "in short", true), luck, canaries);
            String words = canary(luck, canaries);

            assertThat(canaries).hasSizeGreaterThan(15);
            assertThat(Everything.happens(proposal, words, false).letters()).isNotEmpty().allSatisfy(letter -> {
                assertThat(whole(letter)).doesNotContain(canaries);
                assertThat(letter.subject()).contains(TITLE);
                assertThat(letter.text()).contains("OFFICIAL-SENSITIVE");
            });
        }
    }

    @Test
    void where_a_mail_may_show_it_the_same_letters_do() {
        var luck = new SplittableRandom(20_261_124L);
        var canaries = new ArrayList<String>();
        Proposal proposal = withCanaries(Sample.proposal(TITLE, "in short", true), luck, canaries);
        String words = canary(luck, canaries);

        assertThat(written(Everything.happens(proposal, words, true).letters())).contains(words,
                proposal.plainSummary(), proposal.purpose().howDataHelps());
        assertThat(written(Everything.happens(Sample.proposal(TITLE), words, false).letters())).contains(words,
                "surname");
    }

    private static String written(List<Letter> letters) {
        return letters.stream().map(WithheldTest::whole).collect(Collectors.joining("\n"));
    }

    private static String whole(Letter letter) {
        return letter.subject() + letter.text() + letter.html();
    }

    private static String canary(RandomGenerator luck, List<String> canaries) {
        canaries.add("canary" + Long.toString(luck.nextLong(1L << 40, 1L << 50), 36));
        return canaries.getLast();
    }

    /** The proposal with another word in place of each text of it, wherever any text will do. */
    private static Proposal withCanaries(Proposal proposal, RandomGenerator luck, List<String> canaries) {
        var tree = (ObjectNode) MessageJson.tree(proposal);
        for (String part : List.copyOf(tree.propertyNames())) {
            if (!List.of("title", "parties").contains(part)) {
                sing(tree, tree, part, luck, canaries);
            }
        }
        return MessageJson.read(tree, Proposal.class);
    }

    private static void sing(ObjectNode whole, ObjectNode in, String name, RandomGenerator luck,
            List<String> canaries) {
        JsonNode value = in.path(name);
        if (value.isString()) {
            in.put(name, canary(luck, canaries));
            if (read(whole).isEmpty() || name.equals("supplier") || name.equals("party")) {
                in.set(name, value);
                canaries.removeLast();
            }
        } else if (value instanceof ObjectNode object) {
            List.copyOf(object.propertyNames()).forEach(inner -> sing(whole, object, inner, luck, canaries));
        } else if (value instanceof ArrayNode array) {
            array.forEach(item -> {
                if (item instanceof ObjectNode object) {
                    List.copyOf(object.propertyNames()).forEach(inner -> sing(whole, object, inner, luck, canaries));
                }
            });
        }
    }

    private static Optional<Proposal> read(ObjectNode tree) {
        try {
            return Optional.of(MessageJson.read(tree, Proposal.class));
        } catch (JacksonException noSuchText) {
            return Optional.empty();
        }
    }
}
