package uk.gov.datashare.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.contracts.ShareCommand.FromDepartment;
import uk.gov.datashare.contracts.ShareCommand.FromReply;
import uk.gov.datashare.contracts.ShareCommand.ReportLeaver;
import uk.gov.datashare.contracts.ShareEvent;

/**
 * The process: where a share stands, what arrived, what follows. It reads no clock and no store, and checks everything that
 * counts itself: the task, its holder, the token, the version. {@code docs/process-table.md} is all of it on one page.
 */
public final class ShareProcess {

    private final FromDepartments departments;
    private final FromReplies replies;
    private final Leaving leaving;
    private final Clock clock;

    /** The process with the hub's tokens and codes, the days on which people work, and the hub's choices. */
    public ShareProcess(TokenDigests tokens, Codes codes, WorkingCalendars calendars, ProcessPolicy policy) {
        var asking = new Asking(tokens, calendars);
        var progress = new Progress(asking);
        this.departments = new FromDepartments(asking, progress);
        this.replies = new FromReplies(new Doorkeeper(tokens), asking,
                new Answers(progress, new Confirming(asking, codes, policy.byMail())));
        this.leaving = new Leaving(asking);
        this.clock = new Clock(asking, progress, calendars, policy);
    }

    /** What follows from a command. */
    public Decision decide(Share share, ShareCommand command, Instant now) {
        return switch (command) {
            case FromDepartment fromDepartment -> departments.decide(share, fromDepartment, now);
            case FromReply fromReply -> replies.decide(share, fromReply, now);
            case ReportLeaver leaver -> leaving.decide(share, leaver, now);
        };
    }

    /** The share after one more event of its log. */
    public Share evolve(Share share, RecordedEvent recorded) {
        return Evolution.evolve(share, recorded);
    }

    /** What follows from the passing of time: nothing before {@link #nextDeadline}, and nothing twice. */
    public List<ShareEvent> timePassed(Share share, Instant now) {
        return clock.passed(share, now);
    }

    /** When {@link #timePassed} will have something to say, if ever. */
    public Optional<Instant> nextDeadline(Share share) {
        return clock.next(share);
    }
}
