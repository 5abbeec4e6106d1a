/** Whether a mail was really sent by the domain that its From names: Authentication-Results, DKIM, and how sure both make us. */
@NullMarked
package uk.gov.datashare.connectors.email.authenticity;

import org.jspecify.annotations.NullMarked;
