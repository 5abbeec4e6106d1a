/** Where agreed arrangements are announced. */
@NullMarked
package uk.gov.datashare.connectors.catalogue;

import org.jspecify.annotations.NullMarked;
