package uk.gov.datashare.process;

import java.time.LocalDate;
import java.util.Optional;

import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant.LooksVacantBecause;
import uk.gov.datashare.process.Dossier.Vacancy;
import uk.gov.datashare.process.Share.InHand;

/** Reports a role that looks vacant: once for each holder in a case, and only of those whom the plan names for the role. */
final class Vacancies {

    private Vacancies() {}

    /** The story with the report, where it is due. */
    static Story report(Story story, Task task, String holder, LooksVacantBecause why, Optional<LocalDate> until) {
        var planned = task.planned();
        var vacancy = new Vacancy(planned.organisationId(), planned.role(), holder);
        boolean isNews = story.share() instanceof InHand s && !s.dossier().looksVacant().contains(vacancy);
        return isNews && task.isPlannedFor(holder)
                ? story.and(new RoleLooksVacant(planned.organisationId(), planned.role(), holder, why, until))
                : story;
    }
}
