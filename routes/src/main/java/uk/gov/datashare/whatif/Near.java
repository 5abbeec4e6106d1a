package uk.gov.datashare.whatif;

import java.util.List;

import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.WhatIfAnswer.Precedent;

/** What has been agreed before and comes near to a proposal. */
@FunctionalInterface
public interface Near {

    /** The nearest, covering ones first. */
    List<Precedent> to(Proposal proposal);

    /** Nothing has been agreed, as far as is known here. */
    static Near nothing() {
        return _ -> List.of();
    }
}
