/** Who is who: organisations, who may say yes for them, and who owns what. */
@NullMarked
package uk.gov.datashare.connectors.registry;

import org.jspecify.annotations.NullMarked;
