package uk.gov.datashare.precedents;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.Purpose.Category;

/**
 * What somebody looks for among the arrangements in force who has no request yet; what is left empty may be anything.
 *
 * @param purpose  a kind of purpose
 * @param power    the code of a gateway
 * @param asset    a data asset, by its id
 * @param supplier an organisation that supplies, by its id
 */
record Facets(Optional<Category> purpose, Optional<String> power, Optional<String> asset, Optional<String> supplier) {

    Facets {
        requireNonNull(purpose);
        requireNonNull(power);
        requireNonNull(asset);
        requireNonNull(supplier);
    }

    boolean match(Arrangement arrangement) {
        Memorandum agreed = arrangement.memorandum();
        return purpose.stream().allMatch(agreed.purpose().categories()::contains)
                && power.stream().allMatch(code -> agreed.legal().powers().stream()
                        .anyMatch(each -> each.code().equals(Optional.of(code))))
                && asset.stream().allMatch(id -> agreed.data().assets().stream()
                        .anyMatch(each -> each.assetId().equals(id)))
                && supplier.stream().allMatch(Content.of(agreed).suppliers()::contains);
    }
}
