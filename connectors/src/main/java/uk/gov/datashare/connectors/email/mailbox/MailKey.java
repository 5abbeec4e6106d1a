package uk.gov.datashare.connectors.email.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;

/** The name of a mail that its sender cannot choose: mailbox, UIDVALIDITY and UID (RFC 3501 section 2.3.1.1). */
final class MailKey {

    private MailKey() {}

    /** Its size is fetched on the same way. */
    static String of(String mailbox, Message mail) throws MessagingException {
        Folder folder = mail.getFolder();
        if (!(folder instanceof UIDFolder uids)) {
            throw new MessagingException("The mailbox does not number its mails: " + mailbox);
        }
        var both = new FetchProfile();
        both.add(UIDFolder.FetchProfileItem.UID);
        both.add(FetchProfile.Item.SIZE);
        folder.fetch(new Message[]{mail}, both);
        return mailbox + "/" + uids.getUIDValidity() + "/" + uids.getUID(mail);
    }
}
