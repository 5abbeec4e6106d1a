/** Where each case stands, read from the events alone: for the stages that tell people about it. */
@NullMarked
package uk.gov.datashare.cases;

import org.jspecify.annotations.NullMarked;
