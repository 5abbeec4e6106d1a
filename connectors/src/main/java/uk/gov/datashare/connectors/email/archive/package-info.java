/** The mailbox that holds a copy of every letter which has left, and answers whether one has. */
@NullMarked
package uk.gov.datashare.connectors.email.archive;

import org.jspecify.annotations.NullMarked;
