/** Reads the hub's own files of rules and of legal data, strictly. */
@NullMarked
package uk.gov.datashare.datafiles;

import org.jspecify.annotations.NullMarked;
