/** Mail coming in: each mail of a mailbox goes to the backbone as it came, and only then to the folder where it belongs. */
@NullMarked
package uk.gov.datashare.connectors.email.mailbox;

import org.jspecify.annotations.NullMarked;
