package uk.gov.datashare.connectors.email.authenticity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import uk.gov.datashare.connectors.email.authenticity.AuthenticationResults.Property;
import uk.gov.datashare.connectors.email.authenticity.AuthenticationResults.Result;
import uk.gov.datashare.connectors.email.authenticity.AuthenticationResults.Server;

/**
 * Reads an Authentication-Results field (RFC 8601 section 2.2) in one pass. It forgives what servers get wrong in values, but a
 * field with a comment or a quotation that does not end, or with anything where a result should be, is of no use as a whole:
 * half a field could say the opposite of the whole one.
 */
final class ResultsParser {

    /** What a field turned out to be. */
    sealed interface Parsed {

        /** Whose results it claims to be. */
        Optional<Server> server();

        /** It can be read. */
        record Understood(AuthenticationResults results) implements Parsed {
            @Override
            public Optional<Server> server() {
                return results.server();
            }
        }

        /** It cannot; {@code why} is for the log. */
        record Broken(Optional<Server> server, String why) implements Parsed {}
    }

    private static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why, null, false, false);
        }
    }

    static final int LONGEST = 20_000;
    static final int MOST_RESULTS = 100;
    static final int MOST_PROPERTIES = 50;

    private final Scanner in;

    private ResultsParser(String field) {
        this.in = new Scanner(field);
    }

    /** What a field's unfolded value says. */
    static Parsed parse(String field) {
        return new ResultsParser(field).field();
    }

    private Parsed field() {
        Optional<Server> server = Optional.empty();
        try {
            server = server();
            if (in.length() > LONGEST) {
                throw new Malformed("longer than " + LONGEST + " characters");
            }
            return new Parsed.Understood(new AuthenticationResults(server, results(server.isPresent())));
        } catch (Malformed malformed) {
            return new Parsed.Broken(server, String.valueOf(malformed.getMessage()));
        }
    }

    /** A field whose first word is followed by an equals sign begins with a result: its server does not say its name. */
    private Optional<Server> server() throws Malformed {
        int comments = gap();
        boolean quoted = in.sees('"');
        int start = in.at();
        String id = quoted ? quotation() : in.word(";=(");
        boolean blankBehind = in.seesBlank();
        gap();
        if (!quoted && in.sees('=')) {
            in.backTo(start);
            return Optional.empty();
        }
        if (id.isEmpty()) {
            throw new Malformed("no name of a server");
        }
        if (blankBehind && in.seesDigit()) {
            in.word(";=(");
            gap();
        }
        return Optional.of(new Server(id, comments == 0 && !quoted));
    }

    private List<Result> results(boolean named) throws Malformed {
        List<Result> results = new ArrayList<>();
        boolean begins = !named;
        while (begins || in.takes(';')) {
            begins = false;
            gap();
            if (in.atEnd()) {
                break;
            }
            result().ifPresent(results::add);
            if (results.size() > MOST_RESULTS) {
                throw new Malformed("more than " + MOST_RESULTS + " results");
            }
        }
        if (!in.atEnd()) {
            throw new Malformed("something else where a result should be");
        }
        return results;
    }

    /** One result; empty for {@code none}, which says that there is none. */
    private Optional<Result> result() throws Malformed {
        String method = in.word(";=(\"/.");
        gap();
        if (in.takes('/')) {
            gap();
            in.word(";=(\"/.");
            gap();
        }
        if (method.equalsIgnoreCase("none") && (in.atEnd() || in.sees(';'))) {
            return Optional.empty();
        }
        if (method.isEmpty() || !in.takes('=')) {
            throw new Malformed("no method with a result");
        }
        gap();
        String value = in.word(";=(\"");
        if (value.isEmpty()) {
            throw new Malformed("a method without a result");
        }
        gap();
        return Optional.of(new Result(lower(method), lower(value), properties()));
    }

    private List<Property> properties() throws Malformed {
        List<Property> properties = new ArrayList<>();
        while (!in.atEnd() && !in.sees(';')) {
            String name = in.word(";=(\".");
            gap();
            if (in.takes('.')) {
                gap();
                name = name + "." + in.word(";=(\"");
                gap();
            }
            if (name.isEmpty() || !in.takes('=')) {
                throw new Malformed("no property with a value");
            }
            gap();
            String value = in.sees('"') ? quotation() : in.word(";(\"");
            properties.add(new Property(lower(name), in.sees('@') ? value + in.word(";(\"") : value));
            if (properties.size() > MOST_PROPERTIES) {
                throw new Malformed("more than " + MOST_PROPERTIES + " properties");
            }
            gap();
        }
        return properties;
    }

    /** Steps over blanks and comments; how many comments there were. */
    private int gap() throws Malformed {
        int comments = in.gap();
        if (comments < 0) {
            throw new Malformed("a comment that does not end");
        }
        return comments;
    }

    private String quotation() throws Malformed {
        return in.quotation().orElseThrow(() -> new Malformed("a quotation that does not end"));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
