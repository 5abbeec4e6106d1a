/** Stage 6: an agreed arrangement reaches the catalogue. */
@NullMarked
package uk.gov.datashare.publication;

import org.jspecify.annotations.NullMarked;
