package uk.gov.datashare.digest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Letter;

/**
 * What something that happened makes of a book.
 *
 * @param book    the book afterwards
 * @param letters what is to be sent
 */
record Turn(Book book, List<Letter> letters) {

    Turn {
        requireNonNull(book);
        letters = List.copyOf(letters);
    }

    static Turn nothing(Book book) {
        return new Turn(book, List.of());
    }

    /** What comes after it, with all letters of both. */
    Turn then(Turn next) {
        return new Turn(next.book, Stream.concat(letters.stream(), next.letters.stream()).toList());
    }
}
