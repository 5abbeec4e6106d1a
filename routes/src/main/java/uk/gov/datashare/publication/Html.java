package uk.gov.datashare.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Pages for people: every value escaped, one style sheet within the page, and nothing fetched from anywhere. */
final class Html {

    private static final Mustache.Compiler MUSTACHE = Mustache.compiler().escapeHTML(true).zeroIsFalse(true);
    private static final String STYLE = text("style.css");
    /** The page may do nothing but look like this: no script, no frame, no form, no other origin. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Template template;

    private Html(Template template) {
        this.template = template;
    }

    /** The page of this name, from the publication's resources. */
    static Html page(String name) {
        return new Html(MUSTACHE.compile(text(name)));
    }

    /** The page filled in, as an answer with all that keeps it harmless. */
    ResponseEntity<byte[]> answer(Object values, String fingerprint) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .eTag(fingerprint)
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(fill(values).getBytes(UTF_8));
    }

    String fill(Object values) {
        return template.execute(Map.of("page", values, "style", STYLE));
    }

    private static String text(String name) {
        try (InputStream file = Html.class.getResourceAsStream("/publication/" + name)) {
            return new String(requireNonNull(file, name).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
