package uk.gov.datashare.connectors.email.authenticity;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one server found out about a mail: the content of an Authentication-Results field (RFC 8601).
 *
 * @param server  the server's own name for itself; empty where it does not say, as Microsoft's do not
 * @param results what each method came to, in order; empty for {@code none}
 */
record AuthenticationResults(Optional<Server> server, List<Result> results) {

    /**
     * A server's name for itself, the authserv-id.
     *
     * @param id    as it stands there
     * @param plain whether it stands there plainly, without a comment before it and without quotation marks
     */
    record Server(String id, boolean plain) {
        Server {
            requireNonNull(id);
        }
    }

    /**
     * What one method came to.
     *
     * @param method     {@code dkim}, in lower case
     * @param value      {@code pass}, in lower case
     * @param properties what it looked at
     */
    record Result(String method, String value, List<Property> properties) {
        Result {
            requireNonNull(method);
            requireNonNull(value);
            properties = List.copyOf(properties);
        }

        /** The first value of a property, such as {@code header.d}. */
        Optional<String> property(String name) {
            return properties.stream().filter(property -> property.name().equals(name)).map(Property::value)
                    .findFirst();
        }

        boolean passed() {
            return value.equals("pass");
        }

        boolean failed() {
            return value.equals("fail");
        }
    }

    /**
     * What a method looked at.
     *
     * @param name  type and name, in lower case: {@code header.d}
     * @param value as the server wrote it; whoever wrote the mail may have chosen it
     */
    record Property(String name, String value) {}

    AuthenticationResults {
        requireNonNull(server);
        results = List.copyOf(results);
    }

    /** What this method came to, each time that it was tried. */
    Stream<Result> of(String method) {
        return results.stream().filter(result -> result.method().equals(method));
    }
}
