/** Stage 4: approvers are asked, reminded, and their backups called on. */
@NullMarked
package uk.gov.datashare.approval;

import org.jspecify.annotations.NullMarked;
