/** Invented departments and approvers who bring the hub to life on one machine, for a first look. */
@NullMarked
package uk.gov.datashare.sandbox;

import org.jspecify.annotations.NullMarked;
