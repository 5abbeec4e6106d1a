package uk.gov.datashare.connectors.email;

import java.util.Locale;

import com.google.re2j.Pattern;

/** What the hub takes for a mail address: RFC 5321's Dot-string at a domain name, in ASCII, and nothing more exotic. */
public final class MailAddresses {

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final Pattern LOCAL_PART = Pattern
            .compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern
            .compile(
                    "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private MailAddresses() {}

    /** Whether a text is an address, and nothing but an address. */
    public static boolean isOne(String text) {
        int at = text.lastIndexOf('@');
        return at > 0 && at <= LONGEST_LOCAL_PART && text.length() - at - 1 <= LONGEST_DOMAIN
                && LOCAL_PART.matches(text.substring(0, at)) && isDomain(text.substring(at + 1));
    }

    /** Whether a text is a domain name, IP literals left out. */
    public static boolean isDomain(String text) {
        return text.length() <= LONGEST_DOMAIN && DOMAIN.matches(text);
    }

    /** The domain of an address, in lower case. */
    public static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
