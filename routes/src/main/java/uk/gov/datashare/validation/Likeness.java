package uk.gov.datashare.validation;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Data.Asset;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Purpose;

/** By what two requests are known to be the same question: parties, assets and purpose, whatever else they say. */
final class Likeness {

    private static final char BETWEEN = '\n';

    private Likeness() {}

    /** Equal for proposals of the same parties, assets and purpose: SHA-256, 64 hex digits. Spaces and capitals do not count. */
    static String of(Proposal proposal) {
        var parties = proposal.parties();
        return MessageJson.sha256(String.join("\f", parties.acquirer(), joined(parties.suppliers().stream()),
                joined(parties.otherRecipients().stream()),
                joined(proposal.data().assets().stream().map(Likeness::asset)), purpose(proposal.purpose())));
    }

    private static String asset(Asset asset) {
        String title = asset.assetId().equals(PartyRules.NOT_CATALOGUED) ? plain(asset.title()) : "";
        return asset.supplier() + " " + asset.assetId() + " " + title;
    }

    private static String purpose(Purpose purpose) {
        return joined(purpose.categories().stream().map(Enum::name)) + BETWEEN
                + joined(purpose.aims().stream().map(aim -> plain(aim.text())));
    }

    private static String joined(Stream<String> texts) {
        return texts.sorted().collect(joining(String.valueOf(BETWEEN)));
    }

    /** Letters and digits only, in lower case. */
    private static String plain(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().toLowerCase(Locale.ROOT);
    }
}
