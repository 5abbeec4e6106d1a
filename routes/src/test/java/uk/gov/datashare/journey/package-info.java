/** One request followed through the whole hub, and the page that is written from what was seen on the way. */
@NullMarked
package uk.gov.datashare.journey;

import org.jspecify.annotations.NullMarked;
