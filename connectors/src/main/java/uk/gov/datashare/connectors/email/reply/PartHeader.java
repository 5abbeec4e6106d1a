package uk.gov.datashare.connectors.email.reply;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;

/** What the headers of one part say about its body. Where one is given twice, the first counts. */
final class PartHeader {

    private String type = "text/plain";
    private boolean typed;
    private Map<String, String> parameters = Map.of();
    private boolean attached;

    void take(String name, String value) {
        if (name.equals("content-type") && !typed) {
            RawBody body = parsed(name, value);
            type = body.getValue() == null || body.getValue().isBlank()
                    ? "text/plain"
                    : body.getValue().strip().toLowerCase(Locale.ROOT);
            parameters = parameters(body);
            typed = true;
            attached |= parameters.containsKey("name");
        } else if (name.equals("content-disposition")) {
            RawBody body = parsed(name, value);
            attached |= "attachment".equalsIgnoreCase(String.valueOf(body.getValue()).strip())
                    || parameters(body).keySet().stream().anyMatch(key -> key.startsWith("filename"));
        }
    }

    private static RawBody parsed(String name, String value) {
        return RawFieldParser.DEFAULT.parseRawBody(new RawField(name, value));
    }

    private static Map<String, String> parameters(RawBody body) {
        Map<String, String> parameters = new HashMap<>();
        for (NameValuePair pair : body.getParams()) {
            parameters.putIfAbsent(pair.getName().toLowerCase(Locale.ROOT), String.valueOf(pair.getValue()));
        }
        return parameters;
    }

    /** The media type in lower case; {@code text/plain} when none is given (RFC 2045 section 5.2). */
    String type() {
        return type;
    }

    /** A parameter of the media type; empty text when it is not given. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Whether the part is a file, wherever it is shown. */
    boolean isAttached() {
        return attached;
    }
}
