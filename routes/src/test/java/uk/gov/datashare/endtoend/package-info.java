/** The whole hub, started as it is started anywhere, and looked at only from outside: topics, mail and HTTP. */
@NullMarked
package uk.gov.datashare.endtoend;

import org.jspecify.annotations.NullMarked;
