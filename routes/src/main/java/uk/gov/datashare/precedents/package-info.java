/** What has been agreed before: whether an arrangement in force covers a request, and which agreed ones come nearest to it. */
@NullMarked
package uk.gov.datashare.precedents;

import org.jspecify.annotations.NullMarked;
