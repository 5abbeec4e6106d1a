package uk.gov.datashare.connectors.backbone;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageTypes;

/** What the attributes of a CloudEvent must be like (CloudEvents 1.0.2, section 3), and how long they may be here. */
final class Attributes {

    /** CloudEvents asks for attributes "as small as possible" and sets no length; a longer one is refused. */
    static final int LONGEST = 512;

    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Attributes() {}

    /** Every reason why this record is no CloudEvent; none when it is one. */
    static List<String> problemsOf(Received record) {
        List<String> problems = new ArrayList<>();
        contentType(record).ifPresent(problems::add);
        for (String required : List.of("specversion", "id", "source", "type")) {
            if (attribute(record, required).isEmpty()) {
                problems.add("Header ce_" + required + " is missing.");
            }
        }
        refuse(record, "specversion", version -> !"1.0".equals(version), "must be 1.0.", problems);
        refuse(record, "source", source -> !isUri(source), "must be a URI.", problems);
        refuse(record, "time", time -> !isTime(time), "must be a time with its zone, such as 2026-05-01T09:30:00Z.",
                problems);
        for (String text : List.of("id", "source", "type", "subject", "correlationid", "causationid")) {
            refuse(record, text, value -> !isText(value),
                    "must have between 1 and " + LONGEST + " characters, none of them a control character.", problems);
        }
        if (attribute(record, "subject").or(record::key).isEmpty()) {
            problems.add("Header ce_subject is missing, and the record has no key to take in its place.");
        }
        if (record.value().filter(bytes -> bytes.length > 0).isEmpty()) {
            problems.add("The record has no data.");
        }
        return problems;
    }

    /** JSON, but for mail, which is carried as it came. */
    static String contentTypeOf(String type) {
        return type.equals(MessageTypes.MAIL_RECEIVED) ? "message/rfc822" : "application/json";
    }

    private static Optional<String> contentType(Received record) {
        String wanted = contentTypeOf(attribute(record, "type").orElse(""));
        String found = record.headers().getOrDefault("content-type", wanted).toLowerCase(Locale.ROOT).split(";", 2)[0]
                .strip();
        if (found.startsWith("application/cloudevents")) {
            return Optional.of(
                    "The record is a CloudEvent in structured mode: send it in binary mode, with ce_ headers and the data alone as its value.");
        }
        return found.equals(wanted) ? Optional.empty() : Optional.of("Header content-type must be " + wanted + ".");
    }

    private static void refuse(Received record, String name, Predicate<String> wrong, String rule,
            List<String> problems) {
        attribute(record, name).filter(wrong).ifPresent(_ -> problems.add("Header ce_" + name + " " + rule));
    }

    private static Optional<String> attribute(Received record, String name) {
        return Optional.ofNullable(record.headers().get("ce_" + name));
    }

    /** Refuses what could not be written as headers. */
    static void check(String key, Envelope<byte[]> envelope) {
        check("key", key);
        check("id", envelope.id());
        check("source", envelope.source().toString());
        check("type", envelope.type());
        check("subject", envelope.subject());
        check("correlationid", envelope.correlationId());
        envelope.causationId().ifPresent(cause -> check("causationid", cause));
        envelope.traceparent().ifPresent(trace -> check("traceparent", trace));
    }

    static void check(String name, String value) {
        if (!isText(value)) {
            throw new IllegalArgumentException("The " + name + " must have between 1 and " + LONGEST
                    + " characters, none of them a control character");
        }
    }

    /** Whether a trace goes on from here; any other value is left behind, as W3C Trace Context section 3.2.2 asks. */
    static boolean isTraceparent(String value) {
        return TRACEPARENT.matcher(value).matches();
    }

    private static boolean isText(String value) {
        return !value.isBlank() && value.length() <= LONGEST && !Text.hasControl(value);
    }

    private static boolean isUri(String value) {
        try {
            return !new URI(value).toString().isEmpty();
        } catch (URISyntaxException no) {
            return false;
        }
    }

    private static boolean isTime(String value) {
        try {
            OffsetDateTime.parse(value);
            return true;
        } catch (DateTimeParseException no) {
            return false;
        }
    }
}
