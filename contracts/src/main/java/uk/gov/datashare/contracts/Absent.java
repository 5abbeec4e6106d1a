package uk.gov.datashare.contracts;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a collection that a message leaves out becomes: empty, and never null. */
final class Absent {

    private Absent() {}

    static <T> List<T> orEmpty(@Nullable List<T> maybe) {
        return maybe == null ? List.of() : List.copyOf(maybe);
    }

    static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> maybe) {
        return maybe == null ? Map.of() : Map.copyOf(maybe);
    }
}
