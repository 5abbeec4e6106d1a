package uk.gov.datashare.routing;

import java.util.List;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Data.Coverage;

/**
 * The nations with devolved matters that a request is about, as it says where its data comes from: {@code S} for Scotland,
 * {@code W} for Wales and {@code NI} for Northern Ireland. Where it does not say, all of them.
 */
final class Nations {

    private static final List<String> ALL = List.of("S", "W", "NI");

    private Nations() {}

    static Stream<String> of(Asked asked) {
        List<String> areas = asked.proposal().data().coverage().map(Coverage::geography).orElse(List.of());
        return areas.isEmpty() ? ALL.stream() : areas.stream().flatMap(Nations::in);
    }

    /** An area is a nation's letter, {@code UK}, or a code of the Office for National Statistics, whose first letter is the nation's. */
    private static Stream<String> in(String area) {
        return switch (area) {
            case "UK" -> ALL.stream();
            case "GB" -> Stream.of("S", "W");
            case "E" -> Stream.empty();
            default -> area.startsWith("N") ? Stream.of("NI") : ALL.stream().filter(area::startsWith);
        };
    }
}
