/** Invented departments and approvers, for a first look at the hub. */
@NullMarked
package uk.gov.datashare.sandbox;

import org.jspecify.annotations.NullMarked;
