/** A real mail server on this machine, as an organisation runs one: Postfix, Dovecot, and OpenDKIM or Rspamd. */
@NullMarked
package uk.gov.datashare.mailserver;

import org.jspecify.annotations.NullMarked;
