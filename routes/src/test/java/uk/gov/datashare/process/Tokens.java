package uk.gov.datashare.process;

import java.util.Optional;

import uk.gov.datashare.contracts.Evidence;
import uk.gov.datashare.contracts.Evidence.Assurance;
import uk.gov.datashare.contracts.Evidence.Channel;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.ShareCommand.Reply;

/** Tokens and replies for tests: like the hub's own, and without its key. */
final class Tokens {

    static final TokenDigests DIGESTS = (request, version, task, person, hash) -> MessageJson
            .sha256(String.join("|", request, "" + version, task, person, hash));

    static final Codes CODES = (request, version, task, person, mail) -> MessageJson
            .sha256(String.join("|", "code", request, "" + version, task, person, mail));

    private Tokens() {}

    /** A reply that came by mail; an empty person is a stranger. */
    static Reply reply(String taskId, String person, String tokenDigest, Assurance assurance) {
        return new Reply(taskId, tokenDigest, Optional.of(person).filter(who -> !who.isEmpty()),
                new Evidence(Channel.EMAIL, "<" + taskId + "@mail.example.invalid>",
                        MessageJson.sha256(taskId + person), "one-word", assurance));
    }
}
