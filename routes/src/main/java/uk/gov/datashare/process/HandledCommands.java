package uk.gov.datashare.process;

import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;

import uk.gov.datashare.contracts.MessageJson;

/** The newest commands of a case, so that none counts twice: eight bytes of the digest of each one's source and id. */
final class HandledCommands {

    /** So many are remembered while a case is in hand. */
    static final int MOST = 1_000;
    /** So many are kept once it is over, for a repeat that comes right behind. */
    static final int MOST_WHEN_OVER = 50;

    private static final int EACH = 8;

    private final byte[] digests;

    private HandledCommands(byte[] digests) {
        this.digests = digests;
    }

    static HandledCommands none() {
        return new HandledCommands(new byte[0]);
    }

    static HandledCommands read(byte[] stored) {
        return new HandledCommands(stored.clone());
    }

    byte[] write() {
        return digests.clone();
    }

    /** Whether this command, as its CloudEvent names it, was handled. */
    boolean contain(URI source, String id) {
        byte[] sought = digest(source, id);
        for (int at = 0; at < digests.length; at += EACH) {
            if (Arrays.equals(digests, at, at + EACH, sought, 0, EACH)) {
                return true;
            }
        }
        return false;
    }

    /** These and one more, without the oldest beyond so many. */
    HandledCommands and(URI source, String id, int most) {
        int kept = Math.min(digests.length, (most - 1) * EACH);
        byte[] more = Arrays.copyOfRange(digests, digests.length - kept, digests.length + EACH);
        System.arraycopy(digest(source, id), 0, more, kept, EACH);
        return new HandledCommands(more);
    }

    private static byte[] digest(URI source, String id) {
        return HexFormat.of().parseHex(MessageJson.sha256(source + "\n" + id), 0, 2 * EACH);
    }
}
