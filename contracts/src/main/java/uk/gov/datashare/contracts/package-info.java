/** Everything that crosses a topic, and nothing else: topics, messages, and the one way they become JSON and stop being it. */
@NullMarked
package uk.gov.datashare.contracts;

import org.jspecify.annotations.NullMarked;
