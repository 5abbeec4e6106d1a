/** What the hub shows so as to be let in by others: access tokens of OAuth 2.0 (RFC 6749), and the signed tokens behind them. */
@NullMarked
package uk.gov.datashare.connectors.email.tokens;

import org.jspecify.annotations.NullMarked;
