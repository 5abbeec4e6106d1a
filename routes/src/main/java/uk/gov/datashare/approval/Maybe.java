package uk.gov.datashare.approval;

import java.util.Iterator;
import java.util.Optional;

import com.samskivert.mustache.DefaultCollector;
import org.jspecify.annotations.Nullable;

/** Lets a template's section stand for what may be absent: it is shown once with the value, or not at all. */
final class Maybe extends DefaultCollector {

    @Override
    public @Nullable Iterator<?> toIterator(@Nullable Object value) {
        return value instanceof Optional<?> maybe ? maybe.stream().iterator() : super.toIterator(value);
    }
}
