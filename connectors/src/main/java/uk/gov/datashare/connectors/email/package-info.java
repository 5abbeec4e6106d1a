/** Letters out, replies in: addresses, tokens and letters; the reader of replies, the mailbox and the embedded server lie beneath. */
@NullMarked
package uk.gov.datashare.connectors.email;

import org.jspecify.annotations.NullMarked;
