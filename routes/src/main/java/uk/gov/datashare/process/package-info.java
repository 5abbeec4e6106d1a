/** Stage 3: where a share stands, what arrived, and what follows. */
@NullMarked
package uk.gov.datashare.process;

import org.jspecify.annotations.NullMarked;
