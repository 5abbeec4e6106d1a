package uk.gov.datashare.connectors.email.authenticity;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

import uk.gov.datashare.connectors.email.FromHeader;
import uk.gov.datashare.connectors.email.authenticity.SecondOpinion.Opinion;
import uk.gov.datashare.connectors.email.authenticity.TrustedResults.Found;
import uk.gov.datashare.contracts.Evidence.Assurance;

/**
 * Takes a mail's origin for proved by what a trusted server found out about it, above all by a signature of the sender's own
 * domain, and checks that signature once more. {@link Judgement} is the table of what is how sure.
 */
public final class ProvedOrigin implements Authenticity {

    private final TrustedResults trusted;
    private final SecondOpinion second;
    private final RegisteredDomains registered;

    ProvedOrigin(TrustedResults trusted, SecondOpinion second, RegisteredDomains registered) {
        this.trusted = requireNonNull(trusted);
        this.second = requireNonNull(second);
        this.registered = requireNonNull(registered);
    }

    /**
     * By results in the name of our own server.
     *
     * @param server its authserv-id
     * @param fields how many Authentication-Results it writes on each mail
     * @param keys   {@code dns}, {@code none} for no second opinion, or a file of keys
     */
    public static ProvedOrigin byServerName(String server, int fields, String keys, RegisteredDomains registered) {
        return new ProvedOrigin(new ByServerName(server, fields), opinion(keys), registered);
    }

    /**
     * By results that a trusted relay wrote without its name.
     *
     * @param relay host name of the relay, or the domain of its hosts
     * @param keys  {@code dns}, {@code none} for no second opinion, or a file of keys
     */
    public static ProvedOrigin byPosition(String relay, String keys, RegisteredDomains registered) {
        return new ProvedOrigin(new ByPosition(relay), opinion(keys), registered);
    }

    private static SecondOpinion opinion(String keys) {
        return switch (keys) {
            case "none" -> SecondOpinion.none();
            case "dns" -> new JdkimOpinion(DkimKeys.inDns());
            default -> new JdkimOpinion(DkimKeys.inFile(Path.of(keys)));
        };
    }

    @Override
    public Verdict judge(byte[] rawMail) {
        Optional<MailHeaders> headers = MailHeaders.of(rawMail);
        return headers.map(header -> judge(rawMail, header)).orElseGet(() -> unproved("unreadable"));
    }

    private Verdict judge(byte[] rawMail, MailHeaders headers) {
        Found found = trusted.in(headers);
        if (found instanceof Found.Forged(var fields)) {
            return Verdict.forged("forged=" + fields + "; mode=" + trusted.mode());
        }
        return FromHeader.address(headers.values("from"))
                .map(sender -> judge(rawMail, headers, found, new Alignment(sender, registered)))
                .orElseGet(() -> unproved("from=none"));
    }

    private Verdict judge(byte[] rawMail, MailHeaders headers, Found found, Alignment aligned) {
        Opinion opinion = second.on(rawMail, aligned::with);
        boolean partial = headers.values(Signature.FIELD).stream().flatMap(value -> Signature.in(value).stream())
                .anyMatch(signature -> signature.partial() && aligned.with(signature.domain()));
        var judgement = found instanceof Found.Ours(var results)
                ? Judgement.of(results, aligned, opinion, partial)
                : Judgement.withoutResults(opinion, partial);
        return Verdict.of(judgement.assurance(), judgement.words() + "; mode=" + trusted.mode());
    }

    private Verdict unproved(String why) {
        return Verdict.of(Assurance.LOW, why + "; mode=" + trusted.mode());
    }
}
