package uk.gov.datashare;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.camel.model.EnrichDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.PropertyDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;

import uk.gov.datashare.connectors.backbone.Backbone;
import uk.gov.datashare.connectors.backbone.Subscription;
import uk.gov.datashare.connectors.backbone.Subscription.Source;
import uk.gov.datashare.contracts.Topic;
import uk.gov.datashare.contracts.Topics;

/** What the routes say of themselves: where each begins, its steps, and the places that its messages go to. */
record RouteMap(List<RouteDefinition> routes, List<Subscription> subscriptions) {

    /** Stages in the order in which a request meets them, and then those whom all of them call. */
    private static final List<String> ORDER = List.of("intake", "approval", "post", "replies", "status", "publication",
            "sandbox", "email", "backbone");

    /** A mail server, as a place that messages go to or come from. */
    static final String MAIL = "mail";

    RouteMap {
        routes = routes.stream()
                .sorted(Comparator.<RouteDefinition>comparingInt(route -> ORDER.indexOf(stage(route)))
                        .thenComparingInt(route -> ORDER.indexOf(stageOf(served(route)))))
                .toList();
    }

    static String stage(RouteDefinition route) {
        return stageOf(route.getId());
    }

    private static String stageOf(String routeId) {
        return routeId.substring(0, routeId.indexOf('.'));
    }

    /** The route for which this one reads topics; itself for one that reads none. */
    private static String served(RouteDefinition route) {
        return route.getId().replaceFirst("^backbone\\.read-for-", "");
    }

    /** Every place that a message may go to, by the name that routes give it, and as it is written in full. */
    static Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        Stream.concat(Topics.of("org").stream(), Topics.central().stream()).map(Topic::name)
                .map(name -> name.replace(".org.", ".{organisation}."))
                .forEach(name -> places.put(name.replaceFirst(".*\\.([a-z-]+)\\.v1", "$1"), name));
        places.put(MAIL, MAIL);
        return places;
    }

    /** The routes of the stages and of the mailbox: all but the backbone's, which serve them. */
    List<RouteDefinition> stages() {
        return routes.stream().filter(route -> !stage(route).equals("backbone")).toList();
    }

    /** The places whose messages a route is called with; mail, or what waits until a clock strikes, for one that nobody calls. */
    List<String> reads(String routeId) {
        return subscription(routeId).map(Subscription::source).map(RouteMap::places)
                .orElse(List.of(routeId.equals("post.let-go") ? "mail-waiting" : MAIL));
    }

    /** How many messages it is called with. */
    String atOnce(String routeId) {
        return subscription(routeId).filter(wish -> wish.maxBatch() > 1).map(_ -> "in batches").orElse("one by one");
    }

    private Optional<Subscription> subscription(String routeId) {
        return subscriptions.stream().filter(
                wish -> wish.entry().equals(routeId) || wish.name().equals(routeId)).findFirst();
    }

    private static List<String> places(Source source) {
        return places().entrySet().stream().filter(place -> switch (source) {
            case Source.Named(var topics) -> topics.contains(place.getValue());
            case Source.Matching(var names) -> names.matcher(place.getValue().replace("{organisation}", "org"))
                    .matches();
        }).map(Map.Entry::getKey).toList();
    }

    /** Where a route begins, without options, ports and passwords. */
    String from(RouteDefinition route) {
        if (subscription(served(route)).isPresent() && !served(route).equals(route.getId())) {
            return "kafka: " + inFull(reads(served(route)));
        }
        String uri = plain(route.getInput().getEndpointUri());
        return uri.startsWith("imap") ? "imap: its mailbox" : "`" + uri + "`";
    }

    private static String plain(String uri) {
        return uri.replaceFirst("\\?.*", "").replace("://", ":");
    }

    /** Places by their full names. */
    static String inFull(List<String> names) {
        return names.stream().map(name -> "`" + places().get(name) + "`").collect(joining(", "));
    }

    /** The places that a route says its messages go to. */
    static List<String> writes(RouteDefinition route) {
        return Optional.ofNullable(route.getRouteProperties()).stream().flatMap(List::stream)
                .filter(property -> property.getKey().equals(Backbone.WRITES))
                .map(PropertyDefinition::getValue)
                .flatMap(names -> Arrays.stream(names.split(", ")))
                .toList();
    }

    /** Every step of a route, those within other steps after them. */
    static List<ProcessorDefinition<?>> steps(RouteDefinition route) {
        return within(route.getOutputs()).toList();
    }

    private static Stream<ProcessorDefinition<?>> within(List<ProcessorDefinition<?>> steps) {
        return steps.stream().flatMap(step -> Stream.concat(Stream.of(step), within(step.getOutputs())));
    }

    /** A step as the route has it, with the endpoint that it calls. */
    static String inWords(ProcessorDefinition<?> step) {
        return switch (step) {
            case SendDefinition<?> send -> "to `" + plain(send.getEndpointUri()) + "`";
            case EnrichDefinition call -> "enrich `" + plain(call.getExpression().getExpression()) + "`";
            case ProcessorDefinition<?> other -> other.getShortName();
        };
    }

    static String inWords(List<ProcessorDefinition<?>> steps) {
        return steps.stream().map(RouteMap::inWords).collect(joining(", "));
    }
}
