/** What would become of a request, told before it is sent: a dry run that asks nobody and keeps nothing. */
@NullMarked
package uk.gov.datashare.whatif;

import org.jspecify.annotations.NullMarked;
