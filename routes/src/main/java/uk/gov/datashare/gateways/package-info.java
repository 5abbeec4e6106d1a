/** What the law allows whom, as data: gateways, code lists, and who is specified for which power. */
@NullMarked
package uk.gov.datashare.gateways;

import org.jspecify.annotations.NullMarked;
