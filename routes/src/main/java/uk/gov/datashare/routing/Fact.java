package uk.gov.datashare.routing;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;

/**
 * One thing that rules may ask about a request or a party.
 *
 * @param name  how conditions call it
 * @param type  what kind of answer it has
 * @param words what it says, for people
 * @param of    how the answer is found
 */
record Fact<S>(String name, CelType type, String words, Function<S, Object> of) {

    static <S> Fact<S> yesNo(String name, String words, Predicate<S> of) {
        return new Fact<>(name, SimpleType.BOOL, words, of::test);
    }

    static <S> Fact<S> text(String name, String words, Function<S, String> of) {
        return new Fact<>(name, SimpleType.STRING, words, of::apply);
    }

    static <S> Fact<S> number(String name, String words, Function<S, Long> of) {
        return new Fact<>(name, SimpleType.INT, words, of::apply);
    }

    static <S> Fact<S> texts(String name, String words, Function<S, Stream<String>> of) {
        return new Fact<>(name, ListType.create(SimpleType.STRING), words,
                subject -> of.apply(subject).distinct().sorted().toList());
    }

    /** A fact's value as a person reads it. */
    static String inWords(Object value) {
        return switch (value) {
            case Boolean yes -> yes ? "yes" : "no";
            case List<?> none when none.isEmpty() -> "none";
            case Collection<?> several -> String.join(", ", several.stream().map(String::valueOf).toList());
            default -> String.valueOf(value);
        };
    }
}
