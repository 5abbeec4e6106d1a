/** Letters out, replies in, and the mail server between them. */
@NullMarked
package uk.gov.datashare.connectors.email;

import org.jspecify.annotations.NullMarked;
