/** Stage 1: a request comes in, is checked, and becomes a command. */
@NullMarked
package uk.gov.datashare.intake;

import org.jspecify.annotations.NullMarked;
