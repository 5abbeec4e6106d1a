package uk.gov.datashare.connectors.backbone;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import uk.gov.datashare.contracts.OrganisationId;
import uk.gov.datashare.contracts.Topic;
import uk.gov.datashare.contracts.Topics;

/**
 * The topics in which the hub answers departments, made when they are first written to. A department whose requests topic
 * exists, but which nobody has entered in the registry, can so be told; a topic that is missing would hold back every
 * department's answers.
 */
final class DepartmentTopics {

    private static final Pattern ANSWERS = Pattern
            .compile("datashare\\.(" + OrganisationId.PATTERN + ")\\.(status|errors|whatif-answers)\\.v1");

    private final TopicProvisioner provisioner;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    DepartmentTopics(TopicProvisioner provisioner) {
        this.provisioner = provisioner;
    }

    /** Makes those that these records go to and that are missing. */
    void readyFor(List<Outgoing> outgoing) {
        outgoing.stream().map(Outgoing::topic).distinct().filter(name -> !seen.contains(name)).forEach(this::make);
    }

    private void make(String name) {
        named(name).ifPresent(topic -> provisioner.provide(List.of(topic)));
        seen.add(name);
    }

    private static Optional<Topic> named(String name) {
        Matcher answers = ANSWERS.matcher(name);
        if (!answers.matches()) {
            return Optional.empty();
        }
        String organisation = answers.group(1);
        return Optional.of(switch (answers.group(2)) {
            case "status" -> Topics.status(organisation);
            case "errors" -> Topics.errors(organisation);
            default -> Topics.whatIfAnswers(organisation);
        });
    }
}
