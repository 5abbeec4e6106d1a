package uk.gov.datashare.process;

import java.util.Optional;

import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.Data.Item;
import uk.gov.datashare.contracts.Security;

/** What of a section every department may read: approvers saw more, and a memorandum goes to all. */
final class Shown {

    private Shown() {}

    /** The data without the names that its fields have inside the supplier's systems. */
    static Data data(Data data) {
        return new Data(data.types(), data.specialCategories(), data.assets(),
                data.items().stream()
                        .map(item -> new Item(item.name(), item.description(), item.identifiability(),
                                item.purposeRef(), item.specialCategory(), Optional.empty()))
                        .toList(),
                data.subjects(), data.coverage(), data.volume());
    }

    /** The classification without what the recipient has to show for the security of its systems. */
    static Security security(Security security) {
        return new Security(security.classification(), security.sensitive(), security.handlingInstructions());
    }
}
