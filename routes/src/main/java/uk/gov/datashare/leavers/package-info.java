/** Posts that change hands while somebody is asked: the registry and the open cases are held against each other. */
@NullMarked
package uk.gov.datashare.leavers;

import org.jspecify.annotations.NullMarked;
