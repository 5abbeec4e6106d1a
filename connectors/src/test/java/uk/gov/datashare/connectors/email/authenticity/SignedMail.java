package uk.gov.datashare.connectors.email.authenticity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;

/** Mail for tests, signed with keys that only live as long as they. */
final class SignedMail {

    static final String PLAIN = """
            From: Kim Lee <kim@dept.example>
            To: approvals@hub.example
            Subject: Re: approval needed
            Message-ID: <1@dept.example>

            Approve
            """.replace("\n", "\r\n");

    private static final KeyPair KEYS = keys();

    private SignedMail() {}

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** A file of keys in which these domains have the key of all mail that is signed here. */
    static Path keysOf(Path folder, String... domains) throws IOException {
        String record = "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
        var lines = new StringBuilder("# keys for tests\n\n");
        for (String domain : domains) {
            lines.append("s1._domainkey.").append(domain).append(' ').append(record).append('\n');
        }
        return Files.writeString(folder.resolve("keys.txt"), lines);
    }

    /** The mail with a signature of this domain at its top. */
    static String by(String domain, String mail) {
        return by(domain, "", mail);
    }

    /** The same, of which only so much is signed as these further tags say. */
    static String by(String domain, String tags, String mail) {
        try {
            String template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain
                    + "; s=s1; h=From:To:Subject:Message-ID; " + tags + "bh=; b=;";
            return new DKIMSigner(template, KEYS.getPrivate()).sign(new ByteArrayInputStream(bytes(mail))) + "\r\n"
                    + mail;
        } catch (IOException | FailException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static byte[] bytes(String mail) {
        return mail.getBytes(ISO_8859_1);
    }
}
