package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Codes that a request may use for one thing, as data: what each means, and where it is laid down.
 *
 * @param name   its name, which is the file's name and the last part of its address
 * @param title  what the codes are for
 * @param source where they were taken from
 * @param asAt   when
 * @param codes  the codes, in the order of their source
 */
public record CodeList(String name, String title, String source, LocalDate asAt, List<Code> codes) {

    /**
     * One code.
     *
     * @param code     what stands in a message
     * @param title    what it means
     * @param citation where it is laid down, if more can be said than the list's source
     * @param part     the part of its source in which it stands
     * @param note     what goes with it
     */
    public record Code(String code, String title, Optional<String> citation, Optional<String> part,
            Optional<String> note) {
        public Code {
            requireNonNull(code);
            requireNonNull(title);
            requireNonNull(citation);
            requireNonNull(part);
            requireNonNull(note);
        }
    }

    public CodeList {
        requireNonNull(name);
        requireNonNull(title);
        requireNonNull(source);
        requireNonNull(asAt);
        codes = List.copyOf(codes);
        if (codes.stream().map(Code::code).distinct().count() < codes.size()) {
            throw new IllegalArgumentException("The list " + name + " has a code twice");
        }
    }

    /** Every code, as it stands in messages. */
    public SequencedSet<String> values() {
        return codes.stream().map(Code::code).collect(toCollection(LinkedHashSet::new));
    }

    /** The codes of one part of its source, as they stand in messages. */
    public SequencedSet<String> valuesOf(String part) {
        return codes.stream().filter(code -> code.part().filter(part::equals).isPresent()).map(Code::code)
                .collect(toCollection(LinkedHashSet::new));
    }
}
