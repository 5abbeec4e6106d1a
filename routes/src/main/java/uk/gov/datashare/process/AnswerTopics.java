package uk.gov.datashare.process;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import uk.gov.datashare.contracts.OrganisationId;
import uk.gov.datashare.contracts.Topic;
import uk.gov.datashare.contracts.Topics;

/** Sees to it that a department's status topic is there before the first answer: one that is missing would hold up everybody's. */
final class AnswerTopics {

    private static final Pattern STATUS = Pattern.compile("datashare\\.(" + OrganisationId.PATTERN + ")\\.status\\.v1");

    private final Consumer<Topic> make;
    private final Set<String> ready = new HashSet<>();

    /**
     * Topics that are made as they are needed.
     *
     * @param make makes a topic unless it is there
     */
    AnswerTopics(Consumer<Topic> make) {
        this.make = make;
    }

    /** Returns once this topic can be written to. */
    void ready(String topic) {
        Matcher status = STATUS.matcher(topic);
        if (!ready.contains(topic) && status.matches()) {
            make.accept(Topics.status(status.group(1)));
            ready.add(topic);
        }
    }
}
