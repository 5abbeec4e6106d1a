/** The rules of form and law that a request is held against, as a list of named rules. */
@NullMarked
package uk.gov.datashare.validation;

import org.jspecify.annotations.NullMarked;
