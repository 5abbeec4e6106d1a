/** What can be done at a terminal without a running hub. */
@NullMarked
package uk.gov.datashare.commands;

import org.jspecify.annotations.NullMarked;
