/** A mail server in the hub's own process, for a first look and for tests: SMTP and IMAP on loopback, kept on disk. */
@NullMarked
package uk.gov.datashare.connectors.email.embedded;

import org.jspecify.annotations.NullMarked;
