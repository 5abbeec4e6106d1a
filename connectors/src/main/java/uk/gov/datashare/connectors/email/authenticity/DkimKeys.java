package uk.gov.datashare.connectors.email.authenticity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.james.jdkim.impl.DNSPublicKeyRecordRetriever;
import org.xbill.DNS.ExtendedResolver;

/** Where the public keys of signatures come from: the DNS, or a file for hubs without one. */
final class DkimKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private DkimKeys() {}

    /** The keys that domains publish (RFC 6376 section 3.6.2), waited for two seconds and no longer. */
    static PublicKeyRecordRetriever inDns() {
        var resolver = new ExtendedResolver();
        resolver.setTimeout(PATIENCE);
        resolver.setRetries(1);
        return new DNSPublicKeyRecordRetriever(resolver);
    }

    /**
     * The keys in a file: in each line a name and the record that the DNS would hold there, such as
     * {@code s1._domainkey.dept.example v=DKIM1; k=rsa; p=MIIB...}. Lines that begin with {@code #} are passed over.
     *
     * @throws IllegalArgumentException when a line is something else
     */
    static PublicKeyRecordRetriever inFile(Path file) {
        try (var lines = Files.lines(file)) {
            return of(lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the DKIM keys in " + file, unreadable);
        }
    }

    private static PublicKeyRecordRetriever of(List<String> lines) {
        Map<String, List<String>> records = lines.stream()
                .map(line -> line.split("[ \\t]+", 2))
                .collect(Collectors.groupingBy(DkimKeys::name,
                        Collectors.mapping(parts -> parts[1], Collectors.toUnmodifiableList())));
        return (_, selector, domain) -> Optional
                .ofNullable(records.get((selector + "._domainkey." + domain).toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new TempFailException("No such key in the file"));
    }

    private static String name(String[] parts) {
        if (parts.length != 2 || !parts[0].contains("._domainkey.") || !parts[1].contains("p=")) {
            throw new IllegalArgumentException("Not a DKIM key: a line has a name, such as s1._domainkey.dept.example, "
                    + "a blank, and the record");
        }
        return parts[0].toLowerCase(Locale.ROOT);
    }
}
