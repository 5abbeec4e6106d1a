package uk.gov.datashare.process;

import uk.gov.datashare.contracts.ShareCommand;

/** Where a share stands, and what arrived: what each row of the process's table is about. */
record Step(Share share, ShareCommand command) {}
