/** What operators see of a running hub: health that tells the truth, and numbers that say what is old, stuck or failing. */
@NullMarked
package uk.gov.datashare.monitoring;

import org.jspecify.annotations.NullMarked;
