package uk.gov.datashare.validation;

import java.util.List;

import uk.gov.datashare.contracts.Proposal;

/** The requests that are on their way: submitted, and not at their end. */
public interface OpenRequests {

    /** The ids of those that ask the same parties for the same assets for the same purpose, in order; often there is none. */
    List<String> like(Proposal proposal);
}
