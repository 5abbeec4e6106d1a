package uk.gov.datashare.approval;

import uk.gov.datashare.cases.Fold;
import uk.gov.datashare.contracts.RecordedEvent;

/** Keeps the file of each case as its events come. */
final class CaseFiles implements Fold<CaseFile> {

    @Override
    public CaseFile begin(RecordedEvent first) {
        return CaseFile.EMPTY.and(first);
    }

    @Override
    public CaseFile after(CaseFile before, RecordedEvent next) {
        return before.and(next);
    }

    @Override
    public CaseFile toKeep(CaseFile file) {
        return file.toKeep();
    }
}
