package uk.gov.datashare.mailserver;

import static java.util.stream.Collectors.joining;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A signing key for each domain, and the DNS records that say so (RFC 6376 section 3.6). */
record Keys(SortedMap<String, KeyPair> byDomain) {

    static final String SELECTOR = "s1";

    static Keys of(List<String> domains) {
        SortedMap<String, KeyPair> keys = new TreeMap<>();
        domains.forEach(domain -> keys.put(domain, pair()));
        return new Keys(keys);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The private key in the PEM form of PKCS#8. */
    static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    static String record(KeyPair pair) {
        return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** OpenDKIM's file of public keys. */
    String publicKeys() {
        return lines("%1$s._domainkey.%2$s %3$s");
    }

    /** OpenDKIM's key table: a name for each key, and where it is. */
    String table(String folder) {
        return lines("%2$s %2$s:%1$s:" + folder + "/%2$s.pem");
    }

    /** OpenDKIM's signing table: whose mail is signed with which key. */
    String signers() {
        return lines("*@%2$s %2$s");
    }

    private String lines(String form) {
        return byDomain.entrySet().stream()
                .map(key -> form.formatted(SELECTOR, key.getKey(), record(key.getValue())))
                .collect(joining("\n", "", "\n"));
    }
}
