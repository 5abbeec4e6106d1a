/** The departments' case systems, which send requests and hear what became of them. */
@NullMarked
package uk.gov.datashare.connectors.cases;

import org.jspecify.annotations.NullMarked;
