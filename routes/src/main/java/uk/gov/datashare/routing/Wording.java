package uk.gov.datashare.routing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.Data.Subjects;
import uk.gov.datashare.contracts.Delivery.Transfer;
import uk.gov.datashare.contracts.Legal.Power;

/** The words in braces that a reason may contain, and what they become: what the request says, in a sentence. */
final class Wording {

    private static final Pattern WORD = Pattern.compile("\\{([^{}]*)\\}");

    private static final Map<String, Function<Asked, String>> WORDS = new TreeMap<>(Map.of(
            "acquirer", asked -> asked.nameOf(asked.proposal().parties().acquirer()),
            "suppliers", asked -> named(asked, asked.proposal().parties().suppliers()),
            "recipients",
            asked -> orElse("nobody named yet", Stream.concat(asked.proposal().parties().otherRecipients().stream(),
                    asked.proposal().terms().onward().recipients().stream()).distinct().map(asked::nameOf).toList()),
            "assets",
            asked -> orElse("no asset named",
                    asked.proposal().data().assets().stream().map(Data.Asset::title).toList()),
            "subjects",
            asked -> asked.proposal().data().subjects().map(Subjects::description)
                    .orElse("people who are not described"),
            "categories", Wording::categories,
            "powers",
            asked -> orElse("no power that is named",
                    asked.proposal().legal().powers().stream().map(Power::citation).distinct().toList()),
            "countries", asked -> orElse("a country that is not named", asked.proposal().delivery().transfers().stream()
                    .map(Transfer::country).distinct().map(Wording::country).toList()),
            "method", asked -> plain(asked.proposal().delivery().method()),
            "costs", asked -> asked.proposal().terms().costs().orElse("none")));

    private Wording() {}

    /** The text with every word in braces replaced. */
    static String filled(String text, Asked asked) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(replaced(word.group(1), asked)));
    }

    private static String replaced(String word, Asked asked) {
        return Optional.ofNullable(WORDS.get(word)).map(of -> of.apply(asked)).orElse("{" + word + "}");
    }

    /** The words in braces that nothing is known of. */
    static List<String> unknownIn(String text) {
        return WORD.matcher(text).results().map(word -> word.group(1)).filter(word -> !WORDS.containsKey(word))
                .toList();
    }

    static String known() {
        return String.join(", ", WORDS.keySet());
    }

    /** An enum's constant as it is written in a sentence. */
    static String plain(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("api", "API").replace("sftp", "SFTP");
    }

    private static String categories(Asked asked) {
        Stream<String> special = asked.special() && asked.proposal().data().specialCategories().isEmpty()
                ? Stream.of("special category data")
                : asked.proposal().data().specialCategories().stream().map(Wording::plain);
        return orElse("none",
                Stream.concat(special, asked.criminal() ? Stream.of("criminal offence data") : Stream.of()).toList());
    }

    private static String country(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.UK);
    }

    private static String named(Asked asked, List<String> organisations) {
        return orElse("no supplier", organisations.stream().map(asked::nameOf).toList());
    }

    private static String orElse(String none, List<String> several) {
        int last = several.size() - 1;
        return switch (several.size()) {
            case 0 -> none;
            case 1 -> several.getFirst();
            default -> String.join(", ", several.subList(0, last)) + " and " + several.get(last);
        };
    }
}
