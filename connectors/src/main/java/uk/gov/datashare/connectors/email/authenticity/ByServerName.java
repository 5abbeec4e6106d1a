package uk.gov.datashare.connectors.email.authenticity;

import java.util.List;
import java.util.Locale;

import uk.gov.datashare.connectors.email.MailAddresses;
import uk.gov.datashare.connectors.email.authenticity.ResultsParser.Parsed;

/**
 * Trusts the results in our own server's name, its authserv-id (RFC 8601 section 2.5), and no others. Our server takes away
 * such fields from outside before it adds its own (section 5), so one more than it writes is forged, and so is one that is
 * written as it never does: with a comment or quotation marks about the name.
 */
final class ByServerName implements TrustedResults {

    private final String server;
    private final int fields;

    /**
     * Trusts one server.
     *
     * @param server its authserv-id
     * @param fields how many fields it writes on each mail, no more and no fewer
     */
    ByServerName(String server, int fields) {
        if (!TrustedResults.isHost(server) || fields < 1) {
            throw new IllegalArgumentException(
                    "The authserv-id must be a host name, and its server writes a field or more");
        }
        this.server = server.toLowerCase(Locale.ROOT);
        this.fields = fields;
    }

    private record Claim(Parsed parsed, boolean regular) {}

    @Override
    public Found in(MailHeaders headers) {
        List<Claim> claims = headers.named(FIELD)
                .stream()
                .map(field -> new Claim(ResultsParser.parse(field.value()), field.regular()))
                .filter(claim -> claim.parsed().server().filter(named -> isOurs(named.id())).isPresent())
                .toList();
        if (claims.size() > fields || claims.stream().anyMatch(this::isOddlyWritten)) {
            return new Found.Forged(claims.size());
        }
        List<AuthenticationResults> readable = claims.stream()
                .filter(claim -> claim.parsed() instanceof Parsed.Understood)
                .map(claim -> ((Parsed.Understood) claim.parsed()).results())
                .toList();
        return readable.size() < fields ? new Found.Nothing() : new Found.Ours(together(readable));
    }

    private boolean isOddlyWritten(Claim claim) {
        return !claim.regular() || claim.parsed().server().filter(named -> !named.plain()).isPresent();
    }

    /** Only ASCII letters are folded: there are others that Java takes for the same. */
    private boolean isOurs(String id) {
        return MailAddresses.isDomain(id) && id.toLowerCase(Locale.ROOT).equals(server);
    }

    private static AuthenticationResults together(List<AuthenticationResults> several) {
        return new AuthenticationResults(several.getFirst().server(),
                several.stream().flatMap(one -> one.results().stream()).toList());
    }

    @Override
    public String mode() {
        return "authserv-id " + server;
    }
}
