/** Reading a reply: the bytes of a mail become exactly one reading, by pure functions, and nothing decides that is not unmistakable. */
@NullMarked
package uk.gov.datashare.connectors.email.reply;

import org.jspecify.annotations.NullMarked;
