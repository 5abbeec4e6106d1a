package uk.gov.datashare.approval;

/**
 * A row of a letter's table.
 *
 * @param label what it is
 * @param value what it says, already plain
 */
record Row(String label, String value) {}
