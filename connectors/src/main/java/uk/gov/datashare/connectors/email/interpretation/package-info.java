/** What follows from a mail: its bytes, what is known of its origin and what the hub itself sent, made into one outcome. */
@NullMarked
package uk.gov.datashare.connectors.email.interpretation;

import org.jspecify.annotations.NullMarked;
