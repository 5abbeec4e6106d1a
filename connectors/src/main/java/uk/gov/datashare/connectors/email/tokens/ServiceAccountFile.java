package uk.gov.datashare.connectors.email.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON file that Google makes for a service account: its name, its private key and the token endpoint. */
public final class ServiceAccountFile {

    private ServiceAccountFile() {}

    /**
     * The right of the account in this file to act for the owner of a mailbox.
     *
     * @throws IllegalArgumentException when the file cannot be read or holds something else; the message shows nothing of it
     */
    public static Grant read(Path file, String subject, String scope) {
        try {
            JsonNode account = JsonMapper.shared().readTree(Files.readAllBytes(file));
            return new Grant.ServiceAccount(Grant.endpoint(text(account, "token_uri", file)),
                    text(account, "client_email", file),
                    Optional.of(account.path("private_key_id").asString("")).filter(id -> !id.isEmpty()),
                    key(text(account, "private_key", file)), subject, scope);
        } catch (IOException | JacksonException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException("No service account can be read from " + file + " ("
                    + unusable.getClass().getSimpleName() + "): it must be the JSON file made with the account's key");
        }
    }

    private static String text(JsonNode account, String field, Path file) {
        String text = account.path(field).asString("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("The service account's file " + file + " has no " + field);
        }
        return text;
    }

    /** PEM (RFC 7468), holding PKCS #8. */
    private static PrivateKey key(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException(notBase64);
        }
    }
}
