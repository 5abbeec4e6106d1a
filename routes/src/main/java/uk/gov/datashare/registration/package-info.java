/** Changes of the registry are proposed by one person, confirmed by another, and only then applied. */
@NullMarked
package uk.gov.datashare.registration;

import org.jspecify.annotations.NullMarked;
