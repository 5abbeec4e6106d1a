package uk.gov.datashare.connectors.email.authenticity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import uk.gov.datashare.connectors.email.MailAddresses;
import uk.gov.datashare.connectors.email.authenticity.MailHeaders.Field;
import uk.gov.datashare.connectors.email.authenticity.ResultsParser.Parsed;

/**
 * Trusts the results that a relay wrote which does not say its name in them, by where they stand: servers add their fields at
 * the top. The topmost Authentication-Results counts, and only if every Received above it and the next one beneath it are the
 * relay's: it writes its results directly above the Received with which it took the mail in, as Exchange Online does. A field
 * from outside stands beneath all that the relay wrote, so it is the topmost only where the relay wrote none; a relay must be
 * set up to write one on every mail.
 */
final class ByPosition implements TrustedResults {

    private static final String RECEIVED = "received";

    private final String relay;

    /** Trusts the relay of this host name, and every host beneath it. */
    ByPosition(String relay) {
        if (!TrustedResults.isHost(relay)) {
            throw new IllegalArgumentException("The trusted relay must be a host name, or the domain of its hosts");
        }
        this.relay = relay.toLowerCase(Locale.ROOT);
    }

    @Override
    public Found in(MailHeaders headers) {
        List<Field> fields = headers.fields();
        int topmost = IntStream.range(0, fields.size()).filter(at -> fields.get(at).name().equals(FIELD)).findFirst()
                .orElse(-1);
        if (topmost < 0 || !fields.get(topmost).regular() || !isWhereTheRelayWrites(fields, topmost)) {
            return new Found.Nothing();
        }
        return ResultsParser.parse(fields.get(topmost).value()) instanceof Parsed.Understood(var results)
                ? new Found.Ours(results)
                : new Found.Nothing();
    }

    private boolean isWhereTheRelayWrites(List<Field> fields, int topmost) {
        List<Field> above = fields.subList(0, topmost).stream().filter(ByPosition::isReceived).toList();
        Optional<Field> below = fields.subList(topmost, fields.size()).stream().filter(ByPosition::isReceived)
                .findFirst();
        return above.stream().allMatch(this::isByRelay) && below.filter(this::isByRelay).isPresent();
    }

    private static boolean isReceived(Field field) {
        return field.name().equals(RECEIVED);
    }

    private boolean isByRelay(Field received) {
        return writer(received.value()).filter(host -> host.equals(relay) || host.endsWith("." + relay)).isPresent();
    }

    /** Who wrote a Received (RFC 5321 section 4.4): {@code from X by Y}. What a client calls itself stands at X only. */
    static Optional<String> writer(String received) {
        var in = new Scanner(received);
        if (in.gap() < 0) {
            return Optional.empty();
        }
        if (in.word(";(").equalsIgnoreCase("from")) {
            in.gap();
            in.word(";(");
            in.gap();
        } else {
            in.backTo(0);
            in.gap();
        }
        boolean by = in.word(";(").equalsIgnoreCase("by");
        in.gap();
        String host = in.word(";(");
        return Optional.of(host.toLowerCase(Locale.ROOT)).filter(_ -> by && MailAddresses.isDomain(host));
    }

    @Override
    public String mode() {
        return "trusted-relay " + relay;
    }
}
