package uk.gov.datashare.validation;

import static uk.gov.datashare.contracts.Problem.Severity.ERROR;

import uk.gov.datashare.contracts.Problem;

/** A finding, and the rule that found it. */
record Found(String rule, Finding finding) {

    boolean isError() {
        return finding.severity() == ERROR;
    }

    Problem problem() {
        return finding.of(rule);
    }
}
