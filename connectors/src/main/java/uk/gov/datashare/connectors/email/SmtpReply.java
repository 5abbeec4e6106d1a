package uk.gov.datashare.connectors.email;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

import uk.gov.datashare.connectors.email.LetterChannel.Sending;

/**
 * What a server said when it did not take a mail.
 *
 * @param code    the three digits; 0 or less when it said nothing
 * @param words   its words in one line, addresses left out: they go into logs
 * @param archive whether it said so of the archive, and not of the letter's reader
 */
record SmtpReply(int code, String words, boolean archive) {

    /** Replies about the login, which say nothing against the letter (RFC 4954). */
    private static final Set<Integer> ABOUT_THE_LOGIN = Set.of(530, 534, 535, 538);

    /** Replies that put off one mailbox or one mail, and say nothing against the next (RFC 5321 section 4.2.3). */
    private static final Set<Integer> ABOUT_THIS_LETTER = Set.of(450, 451, 452, 455);

    static SmtpReply in(MessagingException failure, Optional<String> archive) {
        MessagingException said = chain(failure).filter(link -> !isAbout(link, archive))
                .filter(SmtpReply::isAboutAnAddress).findFirst()
                .or(() -> chain(failure).filter(SmtpReply::isAboutAnAddress).findFirst())
                .orElse(failure);
        return new SmtpReply(code(said), words(said), isAbout(said, archive));
    }

    /** What it means for the letter, which the server has not taken. */
    Sending answer() {
        if (archive) {
            return new Sending.TryLater("the archive is not taken: " + words);
        }
        if (code >= 500 && !ABOUT_THE_LOGIN.contains(code)) {
            return new Sending.Refused(words);
        }
        return ABOUT_THIS_LETTER.contains(code) ? new Sending.PutOff(words) : new Sending.TryLater(words);
    }

    private static Stream<MessagingException> chain(MessagingException failure) {
        return Stream.iterate(failure, Objects::nonNull, SmtpReply::next);
    }

    private static @Nullable MessagingException next(MessagingException link) {
        return link.getNextException() instanceof MessagingException next ? next : null;
    }

    private static boolean isAboutAnAddress(MessagingException link) {
        return link instanceof SMTPAddressFailedException || link instanceof SMTPSenderFailedException;
    }

    private static boolean isAbout(MessagingException link, Optional<String> archive) {
        return link instanceof SMTPAddressFailedException failed
                && archive.filter(address -> address.equalsIgnoreCase(failed.getAddress().getAddress())).isPresent();
    }

    private static int code(MessagingException said) {
        return switch (said) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException sending -> sending.getReturnCode();
            case MessagingException _ -> 0;
        };
    }

    private static String words(MessagingException said) {
        return Arrays.stream(String.valueOf(said.getMessage()).strip().split("\\s+"))
                .map(word -> word.contains("@") ? "(address)" : word)
                .collect(Collectors.joining(" "));
    }
}
