package uk.gov.datashare.gateways;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.Legal;
import uk.gov.datashare.datafiles.DataFile;

/**
 * The legal gateways that the hub knows, read from {@code gateways/legal-gateways.yaml}.
 *
 * @param source   where they were taken from
 * @param asAt     when
 * @param gateways the gateways
 */
public record Gateways(String source, LocalDate asAt, List<Gateway> gateways) {

    private static final String FILE = "gateways/legal-gateways.yaml";
    private static final Gateways KNOWN = DataFile.read(FILE, Gateways.class);

    public Gateways {
        requireNonNull(source);
        requireNonNull(asAt);
        gateways = List.copyOf(gateways);
        if (gateways.stream().map(Gateway::code).distinct().count() < gateways.size()) {
            throw new IllegalArgumentException("Two gateways have the same code");
        }
    }

    /** The gateways as the hub's file has them. */
    public static Gateways known() {
        return KNOWN;
    }

    /** The gateway of this code, if it is known. */
    public Optional<Gateway> named(String code) {
        return gateways.stream().filter(gateway -> gateway.code().equals(code)).findFirst();
    }

    /** The known gateways among the powers that the parties rely on. */
    public Stream<Gateway> of(Legal legal) {
        return legal.powers().stream().flatMap(power -> power.code().stream()).flatMap(code -> named(code).stream());
    }
}
