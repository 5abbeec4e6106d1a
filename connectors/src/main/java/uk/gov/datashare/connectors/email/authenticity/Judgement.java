package uk.gov.datashare.connectors.email.authenticity;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import uk.gov.datashare.connectors.email.MailAddresses;
import uk.gov.datashare.connectors.email.authenticity.AuthenticationResults.Result;
import uk.gov.datashare.connectors.email.authenticity.SecondOpinion.Opinion;
import uk.gov.datashare.contracts.Evidence.Assurance;

/** How sure the hub is of a mail's origin, from what a trusted server found out and what jDKIM says. Pure: a table of a few rows. */
record Judgement(Assurance assurance, String words) {

    private static final int MOST_SIGNATURES = 2;
    private static final int LONGEST_DOMAIN = 60;

    /** From the results of a trusted server. */
    static Judgement of(AuthenticationResults results, Alignment aligned, Opinion second, boolean partial) {
        return new Judgement(assurance(results, aligned, second, partial),
                words(results) + "; " + inWords(second, partial));
    }

    /** Where no trusted server said anything. */
    static Judgement withoutResults(Opinion second, boolean partial) {
        return new Judgement(second == Opinion.PASS && !partial ? Assurance.MEDIUM : Assurance.LOW,
                "none; " + inWords(second, partial));
    }

    private static Assurance assurance(AuthenticationResults results, Alignment aligned, Opinion second,
            boolean partial) {
        List<Result> own = results.of("dkim").filter(aligned::withSigner).toList();
        boolean signed = own.stream().anyMatch(Result::passed);
        boolean doubtful = own.stream().anyMatch(Result::failed) || second == Opinion.FAIL || partial;
        if (results.of("dmarc").anyMatch(Result::failed)) {
            return Assurance.LOW;
        }
        if (signed && !doubtful) {
            return Assurance.HIGH;
        }
        boolean checkedHere = second == Opinion.PASS && !partial;
        return signed || checkedHere || cameFromThere(results, aligned) ? Assurance.MEDIUM : Assurance.LOW;
    }

    /** The sender's domain sent it, whatever was done to it on its way. */
    private static boolean cameFromThere(AuthenticationResults results, Alignment aligned) {
        return results.of("spf").anyMatch(spf -> spf.passed() && aligned.withEnvelope(spf))
                || results.of("dmarc").anyMatch(dmarc -> dmarc.passed() && aligned.withFrom(dmarc));
    }

    private static String words(AuthenticationResults results) {
        String words = Stream.of(
                results.of("dkim").limit(MOST_SIGNATURES).map(dkim -> word(dkim, "header.d", "header.i")),
                results.of("spf").limit(1).map(spf -> word(spf, "smtp.mailfrom")),
                results.of("dmarc").limit(1).map(dmarc -> word(dmarc, "header.from")))
                .flatMap(found -> found)
                .collect(joining("; "));
        return words.isEmpty() ? "none" : words;
    }

    /** A result with the domain that it is about, of which no more than a domain is told: no address and nobody's text. */
    private static String word(Result result, String... about) {
        return result.method() + "=" + known(result.value()) + Stream.of(about)
                .flatMap(name -> result.property(name).map(value -> " " + name + "=" + domain(value)).stream())
                .findFirst()
                .orElse("");
    }

    private static String known(String value) {
        return List.of("pass", "fail", "none", "neutral", "softfail", "policy", "temperror", "permerror")
                .contains(value) ? value : "other";
    }

    private static String domain(String value) {
        String domain = value.substring(value.lastIndexOf('@') + 1);
        return MailAddresses.isDomain(domain) && domain.length() <= LONGEST_DOMAIN
                ? domain.toLowerCase(Locale.ROOT)
                : "unusable";
    }

    private static String inWords(Opinion second, boolean partial) {
        return "dkim2=" + second.name().toLowerCase(Locale.ROOT) + (partial ? " body=partial" : "");
    }
}
