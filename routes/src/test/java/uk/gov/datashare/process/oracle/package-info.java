/** What the process should do, written a second time and apart from it: plain tables, changed in place, from the contracts alone. */
@NullMarked
package uk.gov.datashare.process.oracle;

import org.jspecify.annotations.NullMarked;
