/** Kafka itself: the topics as they must be, the embedded broker, and messages to and from records. */
@NullMarked
package uk.gov.datashare.connectors.backbone;

import org.jspecify.annotations.NullMarked;
