/** What the hub says of a request before anybody is asked: the same of one that is sent and of one that is only asked about. */
@NullMarked
package uk.gov.datashare.judgement;

import org.jspecify.annotations.NullMarked;
