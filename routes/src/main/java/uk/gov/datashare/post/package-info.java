/** The post office: letters leave for their readers, each exactly once, and those that cannot leave yet wait for their turn. */
@NullMarked
package uk.gov.datashare.post;

import org.jspecify.annotations.NullMarked;
