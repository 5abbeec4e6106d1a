/** How fast mail goes out and comes in, side by side with what others would use: run by hand, never by the tests. */
@NullMarked
package uk.gov.datashare.benchmark;

import org.jspecify.annotations.NullMarked;
