/** GOV.UK Notify, the government's own sender of mail, as a second way on which letters leave the hub. */
@NullMarked
package uk.gov.datashare.connectors.email.notify;

import org.jspecify.annotations.NullMarked;
