package uk.gov.datashare.connectors.email;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.RequestId;

/**
 * An address that says itself which case and task it belongs to:
 * {@code approvals+7k3m9qpx2abc-t7-<token>@hub.example}. Its local part keeps to the 64 octets of RFC 5321 section 4.5.3.1.1.
 *
 * @param purpose   what comes back to it
 * @param requestId the case, {@code DSR-7K3M-9QPX-2ABC}
 * @param taskId    the task, {@code T7}; {@link #NO_TASK} for a letter that asks for no reply, {@link #DIGEST} for a digest
 * @param token     26 letters, see {@link ReplyTokens}
 * @param domain    the hub's mail domain, in lower case
 */
public record ReplyAddress(Purpose purpose, String requestId, String taskId, String token, String domain) {

    /** What comes back to an address. */
    public enum Purpose {
        /** Replies of people: the Reply-To. */
        APPROVALS,
        /** What mail servers send back: the envelope sender (VERP). */
        BOUNCES;

        /** The base mailbox's local part. */
        public String mailbox() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Stands for the task in the envelope sender of a letter about which nobody is asked anything. */
    public static final String NO_TASK = "T0";

    /** Stands for the task in the reply address of a digest, which is about several; then the case is the digest's own number. */
    public static final String DIGEST = Letter.DIGEST;

    private static final Pattern TASK = Pattern.compile("T[0-9]{1,9}|D0");
    private static final Pattern TOKEN = Pattern.compile("[a-z2-7]{26}");
    private static final Pattern WRITTEN = Pattern
            .compile(
                    "(?i)([A-Z0-9._%+-]*)(approvals|bounces)\\+([0-9a-z]{12})-(t[0-9]{1,9}|d0)-([a-z2-7]{26})@([a-z0-9.-]+)");

    public ReplyAddress {
        requireNonNull(purpose);
        domain = domain.toLowerCase(Locale.ROOT);
        if (!RequestId.isOne(requestId) || !TASK.matches(taskId) || !TOKEN.matches(token)
                || !MailAddresses.isDomain(domain)) {
            throw new IllegalArgumentException(
                    "Cannot make a reply address of request " + requestId + ", task " + taskId + " at " + domain);
        }
    }

    /**
     * The address that a text is, with or without a display name and angle brackets; empty when it is anything else, or is at another domain.
     */
    public static Optional<ReplyAddress> parse(String text, String domain) {
        String address = withoutName(text.strip());
        List<ReplyAddress> found = within(address, domain);
        return found.size() == 1 && found.getFirst().toString().equals(address.toLowerCase(Locale.ROOT))
                ? Optional.of(found.getFirst())
                : Optional.empty();
    }

    /** Every different reply address at this domain that stands somewhere in a text, in order. */
    public static List<ReplyAddress> within(String text, String domain) {
        Set<ReplyAddress> found = new LinkedHashSet<>();
        Matcher matcher = WRITTEN.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).isEmpty()) {
                read(matcher, domain).ifPresent(found::add);
            }
        }
        return new ArrayList<>(found);
    }

    private static Optional<ReplyAddress> read(Matcher matcher, String domain) {
        String letters = matcher.group(3).toUpperCase(Locale.ROOT);
        String requestId = "DSR-" + letters.substring(0, 4) + "-" + letters.substring(4, 8) + "-"
                + letters.substring(8);
        String at = matcher.group(6);
        boolean endsSentence = at.endsWith(".") || at.endsWith("-");
        String host = endsSentence ? at.substring(0, at.length() - 1) : at;
        return RequestId.isOne(requestId) && host.equalsIgnoreCase(domain)
                ? Optional.of(new ReplyAddress(Purpose.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)), requestId,
                        matcher.group(4).toUpperCase(Locale.ROOT), matcher.group(5).toLowerCase(Locale.ROOT), domain))
                : Optional.empty();
    }

    private static String withoutName(String text) {
        int open = text.lastIndexOf('<');
        return open >= 0 && text.endsWith(">") ? text.substring(open + 1, text.length() - 1).strip() : text;
    }

    /** Whether replies to it are about the numbered tasks of a digest. */
    public boolean isOfDigest() {
        return taskId.equals(DIGEST);
    }

    /** The same address for another purpose. */
    public ReplyAddress as(Purpose other) {
        return new ReplyAddress(other, requestId, taskId, token, domain);
    }

    /** The address as it is written in a mail. */
    @Override
    public String toString() {
        String letters = requestId.substring("DSR-".length()).replace("-", "").toLowerCase(Locale.ROOT);
        return purpose.mailbox() + "+" + letters + "-" + taskId.toLowerCase(Locale.ROOT) + "-" + token + "@" + domain;
    }
}
