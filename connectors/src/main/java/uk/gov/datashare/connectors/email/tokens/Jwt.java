package uk.gov.datashare.connectors.email.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.databind.json.JsonMapper;

/** JSON web tokens that the hub signs (RFC 7519, in the compact form of RFC 7515). It reads none. */
public final class Jwt {

    private Jwt() {}

    /** These claims under a secret that both sides know (HMAC with SHA-256). */
    public static String underSecret(byte[] secret, Map<String, Object> claims) {
        return signed(Map.of("typ", "JWT", "alg", "HS256"), claims, text -> {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text);
        });
    }

    /**
     * These claims under a private RSA key (RSASSA-PKCS1-v1_5 with SHA-256).
     *
     * @param keyId what the other side calls the key, where it has several
     */
    static String underKey(PrivateKey key, Optional<String> keyId, Map<String, Object> claims) {
        Map<String, Object> header = new LinkedHashMap<>(Map.of("typ", "JWT", "alg", "RS256"));
        keyId.ifPresent(id -> header.put("kid", id));
        return signed(header, claims, text -> {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        });
    }

    @FunctionalInterface
    private interface Signer {
        byte[] sign(byte[] text) throws GeneralSecurityException;
    }

    private static String signed(Map<String, Object> header, Map<String, Object> claims, Signer signer) {
        String text = encoded(JsonMapper.shared().writeValueAsBytes(header)) + "."
                + encoded(JsonMapper.shared().writeValueAsBytes(claims));
        try {
            return text + "." + encoded(signer.sign(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("The key cannot sign", unusable);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
