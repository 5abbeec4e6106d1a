package uk.gov.datashare.approval;

import uk.gov.datashare.contracts.Letter;

/**
 * A letter and what it was written from.
 *
 * @param draft  what was to be put in words
 * @param letter the words
 */
record Written(Draft draft, Letter letter) {}
