/** Stage 5: a mail comes back and becomes a command. */
@NullMarked
package uk.gov.datashare.replies;

import org.jspecify.annotations.NullMarked;
