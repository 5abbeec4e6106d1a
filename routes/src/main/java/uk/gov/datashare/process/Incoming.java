package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

import tools.jackson.core.JacksonException;

import uk.gov.datashare.connectors.backbone.Read;
import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.Envelope;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.RequestId;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.FromDepartment;

/** What a record of the commands topic turned out to be. */
sealed interface Incoming {

    /** A command, in its envelope. */
    record Command(Envelope<ShareCommand> envelope) implements Incoming {
        public Command {
            requireNonNull(envelope);
        }
    }

    /** Something else, and in one sentence why. */
    record Unreadable(String why) implements Incoming {
        public Unreadable {
            requireNonNull(why);
        }
    }

    /** Reads a record. A command whose envelope, key or case do not fit it is none: the hub itself wrote it, and was wrong. */
    static Incoming of(Received record) {
        return switch (record.read()) {
            case Read.NotAnEvent(var problems) -> new Unreadable(String.join(" ", problems));
            case Read.Understood(var envelope) -> command(record.key(), envelope);
        };
    }

    private static Incoming command(Optional<String> key, Envelope<byte[]> envelope) {
        try {
            ShareCommand command = MessageJson.read(envelope.data(), ShareCommand.class);
            return misfit(key, envelope.type(), command)
                    .<Incoming>map(Unreadable::new)
                    .orElseGet(() -> new Command(envelope.map(_ -> command)));
        } catch (JacksonException notOne) {
            return new Unreadable("The data is no command: " + notOne.getOriginalMessage());
        }
    }

    private static Optional<String> misfit(Optional<String> key, String type, ShareCommand command) {
        if (!RequestId.isOne(command.requestId())) {
            return Optional.of("The command names no case.");
        }
        if (!key.equals(Optional.of(command.requestId()))) {
            return Optional.of("The key is not the case that the command is about.");
        }
        if (!type.equals(MessageTypes.of(command.getClass()))) {
            return Optional.of("The type in the header is not that of the command.");
        }
        return command instanceof FromDepartment from && !isCaseOf(from)
                ? Optional.of("The case is not that of the department's reference.")
                : Optional.empty();
    }

    private static boolean isCaseOf(FromDepartment command) {
        return RequestId.of(command.organisationId(), command.externalRef()).equals(command.requestId());
    }
}
