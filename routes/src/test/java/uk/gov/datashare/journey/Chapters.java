package uk.gov.datashare.journey;

/** What is said between the messages of the journey, for somebody who knows only one of data protection and Camel. */
final class Chapters {

    static final String OPENING = """
            # One request, followed

            Written by a test (`JourneyIT`) that runs the whole hub with its own broker and mail server and looks at it from outside;
            do not edit it here. Every message is as it travelled. `"…"` stands where something was left out to keep the page short,
            and `‹…›` for what is secret or is another at every run: a digest (the same mark is the same digest), a token, a number
            that the mail server gave. All people and addresses are invented.

            Two words for those who know neither world: a *topic* is a list of messages that a program writes to and others read, in
            Kafka; a *route* is the piece of the hub between two topics, in Apache Camel.
            """;

    static final String ASKS = """
            The Department for Transport would like to have Ordnance Survey's postcode boundaries. Its case system writes one message to
            the department's own topic, onto which nobody else may write: that is how the hub knows who is asking. The headers that begin
            with `ce_` are a CloudEvents envelope, and the value is the request as
            [its schema](../../contracts/src/main/resources/schemas/v1/case.submitted.schema.json) has it. Only `proposal` will be put
            before approvers and agreed; the people around it stay out.
            """;

    static final String CHECKED = """
            The route `intake.receive-requests` ([code](../src/main/java/uk/gov/datashare/intake/IntakeRoutes.java)) reads requests in
            batches, checks each against its schema and the rules of law and form, and works out
            [who must be asked](routing-rules.md). A request with faults would go back on the department's errors topic, with all of them at
            once. This one has none, and becomes a command: something that the outside world wants of a case. The number of the case is
            derived from the department's own reference, so a repeat would find the same case.
            """;

    static final String PLAN = """
            The plan has a task for each person: `BINDING` where there is no agreement without their yes, `ADVISORY` where their view is wanted,
            `NOTIFY_ONLY` where they are told. Each gives its reasons, which the letters repeat. All of them, by stage:
            """;

    static final String BEGINS = """
            The process ([code](../src/main/java/uk/gov/datashare/process/ShareProcess.java)) takes one command after another for each case
            and decides what happens; it alone knows where a case stands. What happened is written to the events topic and kept for ever.
            `previousHash` is the digest of the event before it in this case, so that nobody can change history unseen.
            """;

    static final String ONE_BY_ONE = """
            The others that follow at once, without their envelopes. An event names a person by their number in the registry, and never by
            name or address; of the token that a reply must bear it has a digest only.
            """;

    static final String HEARD = """
            For every event the route `status.tell-parties` ([code](../src/main/java/uk/gov/datashare/status/StatusRoutes.java)) tells each
            party on its own status topic what happened, in words. `ce_causationid` says which event it comes from, and
            `ce_correlationid` is still the one that the department chose.
            """;

    static final String TRIAGE = """
            First the supplier's data coordinator is told, and may say whether the request has come to the right place. Were they silent, it
            would go on without them ([why](decisions/0003-silence-moves-triage-on-and-nothing-else.md)). They reply to their letter with one word:
            """;

    static final String ASKED = """
            The coordinator's yes opens the next stage, and with it the next person is asked: the data share lead of the department itself. The
            route `approval.write-letters` ([code](../src/main/java/uk/gov/datashare/approval/ApprovalRoutes.java)) makes of the event the
            letter that it owes. On the topic it has no address and no token, only its reader's number in the registry.
            """;

    static final String LETTER = """
            The route `post.send-letter` hands it to the mail server, at the address that the registry has at that moment. This is its text as
            it lies in the reader's mailbox; there is an HTML part beside it. The address for replies says by itself which case and task it
            belongs to, and its token, which nobody else is shown, proves that a reply comes from whoever got this letter.
            """;

    static final String ANSWER = """
            She presses "Reply" and types, above the letter that her mail program quotes:
            """;

    static final String DECISION = """
            The mailbox reader puts the mail as it came onto a topic of its own, and only then moves it to the folder Processed: a reply that was
            read but not understood, or understood wrongly, can be read again.
            """;

    static final String INTERPRETED = """
            The route `replies.interpret-mail` ([code](../src/main/java/uk/gov/datashare/replies/RepliesRoutes.java)) makes a command of it. It
            knows what the hub itself wrote to her, as fingerprints of lines, so that no line of the quoted letter is taken for hers, and it knows
            that this address was given to her and is still good ([why](decisions/0009-one-outcome-for-each-mail.md)). Its evidence is the digest of
            the raw mail, and the rule that understood it. A mail cannot know the department's correlation id; the
            process puts it back.
            """;

    static final String DECIDED = """
            The process compares task, person, token, version and the digest of what was shown with what it knows, and counts the yes. The
            next stage opens, and the next letter leaves.
            """;

    static final String QUESTION = """
            An approver need not say yes or no at once. The owner of the data at Ordnance Survey wants to know something first:
            """;

    static final String ASKED_BACK = """
            The question goes to whoever answers for the request; the owner's time for an answer stands still meanwhile. The data share lead
            answers by mail (the department's case system could have answered on its topic):
            """;

    static final String ANSWERED = """
            The answer is put before the owner, who is content:
            """;

    static final String EVENTS_OF_IT = """
            What happened, in the words of the events topic:
            """;

    static final String AGREED = """
            When the last binding yes is there, what was agreed is frozen as a digital memorandum of understanding: the proposal, what was
            made a condition, who said yes in which role. Its digest over canonical JSON (RFC 8785) is what will be signed.
            """;

    static final String SIGNS = """
            The signatory of each party gets the memorandum's digest by mail, and replies with one word:
            """;

    static final String SIGNED = """
            So does the other party's. Each signature bears the digest of the document and of the mail by which it came:
            """;

    static final String PUBLISHED = """
            With the last signature the arrangement is in force. Event and arrangement are written in one Kafka transaction: there is no moment
            at which one of them is there without the other. The topic keeps the newest record of each arrangement, so whoever reads it from
            the beginning has the whole catalogue. This is what a
            [plain consumer](../../contracts/README.md#a-consumer) receives that knows nothing of the hub:
            """;

    static final String HTTP = """
            The same record for those who would rather ask than listen. `ETag` lets them ask again cheaply.
            """;

    static final String MEMORANDUM = """
            `GET /arrangements/%1$s/memorandum` is the memorandum as a page for people. `GET /arrangements/%1$s/memorandum.json` is its canonical
            JSON, byte for byte: the SHA-256 of what comes is the digest that the parties signed (`ETag: %2$s`).
            """;

    static final String ALL_HEARD = """
            From the first message to the last the department needed to read nothing but its own status topic:
            """;

    private Chapters() {}
}
