package uk.gov.datashare.precedents;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import uk.gov.datashare.contracts.Data;
import uk.gov.datashare.contracts.Data.Item;

/** Compares items of data, of which two are the same when they have one name and their descriptions are alike. */
final class Items {

    private Items() {}

    static Compared compare(Data proposed, Data agreed) {
        long asked = proposed.items().stream().filter(within(agreed.items())).count();
        long all = (long) proposed.items().size() + agreed.items().size() - asked;
        int likeness = all == 0 ? Compared.SAME : (int) (Compared.SAME * asked / all);
        boolean within = asked == proposed.items().size() && proposed.items().isEmpty() == agreed.items().isEmpty();
        return new Compared(likeness, within, inWords(proposed), inWords(agreed));
    }

    private static Predicate<Item> within(List<Item> agreed) {
        return asked -> agreed.stream().anyMatch(item -> isWithin(asked, item));
    }

    private static boolean isWithin(Item asked, Item agreed) {
        return plain(asked.name()).equals(plain(agreed.name()))
                // The order of the constants: from what points straight at a person to what tells nothing about one.
                && asked.identifiability().compareTo(agreed.identifiability()) >= 0
                && agreed.specialCategory().equals(asked.specialCategory())
                && WordSet.of(asked.description()).likeness(WordSet.of(agreed.description())) >= Compared.ALIKE;
    }

    private static List<String> inWords(Data data) {
        return data.items().stream().map(item -> item.name() + ": " + item.description()).toList();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.UK);
    }
}
