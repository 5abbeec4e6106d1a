package uk.gov.datashare.process;

import uk.gov.datashare.contracts.ShareCommand.FromReply;

/** Who says what: the writer's standing and their reply, for the rows about replies. */
record Saying(Standing standing, FromReply reply) {}
