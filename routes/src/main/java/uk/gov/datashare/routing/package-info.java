/** Stage 2: whom to ask, in which order, and why. */
@NullMarked
package uk.gov.datashare.routing;

import org.jspecify.annotations.NullMarked;
