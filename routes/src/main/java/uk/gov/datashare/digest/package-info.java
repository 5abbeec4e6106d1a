/** The daily digest: several tasks in one numbered letter, for those who would rather have that than a letter for each. */
@NullMarked
package uk.gov.datashare.digest;

import org.jspecify.annotations.NullMarked;
