package uk.gov.datashare.connectors.email.authenticity;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.Headers;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.Result;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.impl.Message;
import org.apache.james.mime4j.MimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Apache James jDKIM. It knows no Ed25519, and gives up on some genuine signatures: then it has no opinion. Only a
 * signature that it could check to the end, and found wrong, speaks against a mail.
 */
final class JdkimOpinion implements SecondOpinion {

    /** More signatures of one domain than anybody needs. */
    private static final int MOST_SIGNATURES = 5;
    private static final String SIGNATURE = "DKIM-Signature";
    /** It takes one that it does not know for a wrong signature; SHA-1 proves nothing any more (RFC 8301 section 3.1). */
    private static final String KNOWN_ALGORITHM = "rsa-sha256";
    private static final Logger LOG = LoggerFactory.getLogger(JdkimOpinion.class);

    private final PublicKeyRecordRetriever keys;

    JdkimOpinion(PublicKeyRecordRetriever keys) {
        this.keys = requireNonNull(keys);
    }

    @Override
    public Opinion on(byte[] rawMail, Predicate<String> aligned) {
        try {
            var message = new Message(new ByteArrayInputStream(rawMail));
            try {
                var own = new OwnSignatures(message, aligned);
                int signatures = own.getFields(SIGNATURE).size();
                return signatures == 0 || signatures > MOST_SIGNATURES ? Opinion.NONE : check(own, message);
            } finally {
                message.dispose();
            }
        } catch (MimeException | IOException | RuntimeException unsupported) {
            LOG.info("No second opinion on a mail's signature: {}", unsupported.getClass().getSimpleName());
            return Opinion.NONE;
        }
    }

    private Opinion check(Headers own, Message message) throws IOException {
        var verifier = new DKIMVerifier(keys);
        try {
            verifier.verify(own, message.getBodyInputStream());
        } catch (FailException _) {
            // What is wrong, and with which signature, stands in the results.
        }
        List<Result> results = verifier.getResults();
        if (results.stream().anyMatch(Result::isSuccess)) {
            return Opinion.PASS;
        }
        return results.stream().anyMatch(result -> result.getResultType() == Result.Type.FAIL)
                ? Opinion.FAIL
                : Opinion.NONE;
    }

    /** A mail's header as if it had only the signatures of the sender's own domain. */
    private record OwnSignatures(Headers all, Predicate<String> aligned) implements Headers {

        @Override
        public List<String> getFields() {
            return all.getFields();
        }

        @Override
        public List<String> getFields(String name) {
            List<String> fields = all.getFields(name);
            return name.equalsIgnoreCase(SIGNATURE)
                    ? fields.stream().filter(this::isOwn).toList()
                    : fields;
        }

        private boolean isOwn(String field) {
            return Signature.in(field.substring(field.indexOf(':') + 1))
                    .filter(one -> one.algorithm().equals(KNOWN_ALGORITHM) && aligned.test(one.domain()))
                    .isPresent();
        }
    }
}
