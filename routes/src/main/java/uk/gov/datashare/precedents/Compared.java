package uk.gov.datashare.precedents;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How one field of a request compares with that of an arrangement.
 *
 * @param likeness from 0, nothing in common, to {@value #SAME}
 * @param within   whether what is asked for lies within what was agreed
 */
record Compared(int likeness, boolean within, List<String> proposed, List<String> agreed) {

    static final int SAME = 100;
    /** From so many words of a hundred on, two texts are taken to be about the same thing. */
    static final int ALIKE = 60;

    /** Things of which there must be some: asked for is one of the agreed ones, each. */
    static Compared some(List<String> proposed, List<String> agreed) {
        Compared any = any(proposed, agreed);
        return new Compared(any.likeness, any.within && proposed.isEmpty() == agreed.isEmpty(), proposed, agreed);
    }

    /** Things of which there may be none. */
    static Compared any(List<String> proposed, List<String> agreed) {
        return new Compared(shared(proposed, agreed), Set.copyOf(agreed).containsAll(proposed), proposed, agreed);
    }

    /** Texts about the same thing. */
    static Compared text(String proposed, String agreed) {
        int likeness = WordSet.of(proposed).likeness(WordSet.of(agreed));
        return new Compared(likeness, likeness >= ALIKE, List.of(proposed), List.of(agreed));
    }

    /** Something that is asked for, or not: within what was agreed unless it is asked for and was not. */
    static Compared flag(boolean proposed, boolean agreed) {
        return new Compared(proposed == agreed ? SAME : 0, !proposed || agreed, List.of(yesOrNo(proposed)),
                List.of(yesOrNo(agreed)));
    }

    /** The same in a form that people read, where {@code within} has been found out otherwise. */
    static Compared measured(List<String> proposed, List<String> agreed, boolean within) {
        return new Compared(shared(proposed, agreed), within, proposed, agreed);
    }

    boolean same() {
        return likeness == SAME && within;
    }

    /** How many of a hundred things on either side stand on both (Jaccard). */
    private static int shared(Collection<String> one, Collection<String> other) {
        Set<String> either = new HashSet<>(one);
        either.addAll(other);
        Set<String> both = new HashSet<>(one);
        both.retainAll(Set.copyOf(other));
        return either.isEmpty() ? SAME : SAME * both.size() / either.size();
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "yes" : "no";
    }
}
