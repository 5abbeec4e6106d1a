package uk.gov.datashare;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;

/** The route map as a page: a Mermaid drawing and two tables. */
final class RouteMapPage {

    /** Camel's steps by the names of the book "Enterprise Integration Patterns", where it has one for them. */
    private static final Map<String, String> PATTERNS = Map.of("transform", "Message Translator",
            "enrich", "Content Enricher: here the stage is called, and its answer is whether it succeeded",
            "filter", "Message Filter", "process", "a step written in Java, by a method reference",
            "removeHeaders", "Content Filter: nothing that a record's sender has put in a header goes on",
            "to", "Message Endpoint");

    private static final Map<String, String> NUMBERS = Map.of("intake", "1", "approval", "4", "post", "4", "replies",
            "5",
            "publication", "6", "status", "7");

    private RouteMapPage() {}

    static String of(RouteMap map) {
        return """
                # The route map

                Drawn by a test (`RouteMapTest`) from the route definitions of the whole hub; do not edit it here.

                Cylinders are topics, boxes are routes, in the order in which a request meets them. The process is no Camel route:
                it is Kafka Streams, and stands here so that the way is whole. So is the digest, and so does publication over HTTP, which
                reads a topic. Dotted arrows are there in the sandbox only.

                ```mermaid
                flowchart LR
                %s```

                - Between a topic and a box stands a route of the backbone, `backbone.read-for-...`, which commits what was read when the box has returned.
                - Between a box and a topic stands `%s`. What a stage writes where is for its function to decide; its route
                  says so in the property `%s`, from which the arrows are drawn.
                - Any stage may also write to `datashare.deadletters.v1` what it cannot handle: those arrows are left out.
                - The registry's topic is read into memory at start and followed; stages ask that memory.

                ## The routes

                | Route | What it does | Begins at | Steps | Goes to |
                |---|---|---|---|---|
                %s
                ## The steps

                | Camel | Pattern |
                |---|---|
                %s"""
                .formatted(drawing(map), "backbone.send-records", "writes",
                        lines(map.routes().stream().map(route -> row(map, route))),
                        lines(steps(map).map(step -> "| `" + step + "` | " + PATTERNS.getOrDefault(step, "") + " |")));
    }

    private static String drawing(RouteMap map) {
        Stream<String> topics = RouteMap.places().entrySet().stream()
                .filter(place -> !List.of(RouteMap.MAIL, "registry", "deadletters").contains(place.getKey()))
                .map(place -> node(place.getKey()) + "[(\"" + place.getValue() + "\")]");
        Stream<String> neighbours = Stream.of("departments([\"departments' case systems\"])",
                "people([\"approvers, by e-mail\"])", "catalogue([\"catalogue consumers\"])",
                "process{{\"3 the process<br/>decides, exactly once\"}}", "http[\"6 publication<br/>over HTTP\"]",
                "gather{{\"the digest<br/>one letter a day, exactly once\"}}");
        Stream<String> byHand = Stream.of("departments --> requests", "errors --> departments",
                "status --> departments",
                "commands --> process", "process --> events", "process --> arrangements",
                "process --> arrangement_events", "process -->|\"answers to repeats\"| status",
                "arrangements --> catalogue", "arrangements --> http", "http --> catalogue",
                "arrangement_events --> catalogue", "digest --> gather", "gather --> mail_out");
        return Stream.of(neighbours, topics, map.stages().stream().map(RouteMapPage::box), byHand,
                map.stages().stream().flatMap(route -> arrows(map, route)))
                .flatMap(lines -> lines).map(line -> "    " + line + "\n").collect(joining());
    }

    private static String box(RouteDefinition route) {
        String stage = RouteMap.stage(route);
        String heading = NUMBERS.containsKey(stage) ? NUMBERS.get(stage) + " " + stage : stage;
        return node(route.getId()) + "[\"" + heading + "<br/>" + route.getId().substring(stage.length() + 1) + "\"]";
    }

    private static Stream<String> arrows(RouteMap map, RouteDefinition route) {
        String box = node(route.getId());
        String line = RouteMap.stage(route).equals("sandbox") ? " -.->" : " -->";
        return Stream.concat(
                map.reads(route.getId()).stream()
                        .map(from -> node(from) + line + "|" + map.atOnce(route.getId()) + "| " + box),
                RouteMap.writes(route).stream().map(to -> box + line + " " + node(to)));
    }

    private static String node(String name) {
        return name.equals(RouteMap.MAIL) ? "people" : name.replace('.', '_').replace('-', '_');
    }

    private static String row(RouteMap map, RouteDefinition route) {
        return "| `%s` | %s | %s | %s | %s |".formatted(route.getId(), route.getDescriptionText(),
                map.from(route), RouteMap.inWords(RouteMap.steps(route)), RouteMap.inFull(RouteMap.writes(route)));
    }

    private static Stream<String> steps(RouteMap map) {
        return map.routes().stream().flatMap(route -> RouteMap.steps(route).stream())
                .map(ProcessorDefinition::getShortName).collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                .stream();
    }

    private static String lines(Stream<String> rows) {
        return rows.collect(joining("\n", "", "\n"));
    }
}
