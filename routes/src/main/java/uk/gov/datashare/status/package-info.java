/** Stage 7: every party hears what became of it. */
@NullMarked
package uk.gov.datashare.status;

import org.jspecify.annotations.NullMarked;
