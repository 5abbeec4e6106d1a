/** The data-share hub: the way a request travels, one package for each stage. */
@NullMarked
package uk.gov.datashare;

import org.jspecify.annotations.NullMarked;
