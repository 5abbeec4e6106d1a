package uk.gov.datashare.replies;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import uk.gov.datashare.connectors.email.ReplyAddress;
import uk.gov.datashare.connectors.email.ReplyAddress.Purpose;
import uk.gov.datashare.connectors.email.interpretation.Correspondence;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.connectors.registry.Registry.Holder;
import uk.gov.datashare.replies.CaseLetters.Reader;

/**
 * The hub's correspondence, from its book of letters and the registry as it is now. Until the book has been read to its end it
 * knows letters, but claims of none that it was never written or is no longer good.
 */
final class SentLetters implements Correspondence {

    private final LetterBook book;
    private final BooleanSupplier isRead;
    private final Registry registry;

    SentLetters(LetterBook book, BooleanSupplier isRead, Registry registry) {
        this.book = requireNonNull(book);
        this.isRead = requireNonNull(isRead);
        this.registry = requireNonNull(registry);
    }

    @Override
    public Written to(ReplyAddress address) {
        boolean whole = isRead.getAsBoolean();
        return book.about(address.requestId()).map(letters -> in(letters, address.as(Purpose.APPROVALS), whole))
                .orElseGet(NotKnown::new);
    }

    private Written in(CaseLetters letters, ReplyAddress address, boolean whole) {
        Optional<Reader> reader = Optional.ofNullable(letters.readers().get(address));
        return reader.<Written>map(known -> new Sent(known.lines(), addresses(known.personId()), known.version(),
                known.contentHash(), whole ? letters.standing(known) : Standing.CURRENT))
                .orElseGet(() -> whole && letters.isAbout(address.taskId()) ? new Never() : new NotKnown());
    }

    /** An address that two people share is nobody's. */
    private Set<String> addresses(String personId) {
        return registry.person(personId).map(holder -> holder.person().email().toLowerCase(Locale.ROOT))
                .filter(email -> registry.peopleAt(email).stream().map(Holder::person).count() == 1)
                .map(Set::of).orElse(Set.of());
    }
}
