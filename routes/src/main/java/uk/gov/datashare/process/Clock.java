package uk.gov.datashare.process;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Organisation.Calendar;
import uk.gov.datashare.contracts.ShareEvent;
import uk.gov.datashare.contracts.ShareEvent.ApproverReminded;
import uk.gov.datashare.contracts.ShareEvent.ArrangementExpired;
import uk.gov.datashare.contracts.ShareEvent.RequestLapsed;
import uk.gov.datashare.contracts.ShareEvent.RoleLooksVacant.LooksVacantBecause;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed;
import uk.gov.datashare.contracts.ShareEvent.TaskClosed.ClosedBecause;
import uk.gov.datashare.contracts.ShareEvent.TaskEscalated.MovedBecause;
import uk.gov.datashare.process.Share.Closed;
import uk.gov.datashare.process.Share.InHand;
import uk.gov.datashare.process.Share.Live;
import uk.gov.datashare.process.Share.Unseen;
import uk.gov.datashare.process.Task.Holding;

/** What the passing of time does: reminders, escalation, the end of waiting for views, lapse, expiry. It never says yes for anybody. */
final class Clock {

    private final Asking asking;
    private final Progress progress;
    private final WorkingCalendars calendars;
    private final ProcessPolicy policy;

    Clock(Asking asking, Progress progress, WorkingCalendars calendars, ProcessPolicy policy) {
        this.asking = asking;
        this.progress = progress;
        this.calendars = calendars;
        this.policy = policy;
    }

    /** What has become due; nothing more until {@link #next}. */
    List<ShareEvent> passed(Share share, Instant now) {
        return switch (share) {
            case InHand s when dueAlarms(s, now).findAny().isPresent() -> ring(s, now);
            case InHand s when isPast(lapses(s), now) -> lapse(s, now);
            case Live live when expires(live).filter(at -> isPast(at, now)).isPresent() ->
                List.of(new ArrangementExpired(Memoranda.expired(live.arrangement(), now)));
            case Unseen _,InHand _,Live _,Closed _ -> List.of();
        };
    }

    /** When something becomes due next, if anything ever does. */
    Optional<Instant> next(Share share) {
        return switch (share) {
            case InHand s -> Stream.concat(alarms(s).map(Alarm::at), Stream.of(lapses(s))).min(Instant::compareTo);
            case Live live -> expires(live);
            case Unseen _,Closed _ -> Optional.empty();
        };
    }

    /** What a task's clock does at a time: {@code percent} of its holder's time are over. */
    private record Alarm(Task task, Holding holding, Instant at, int percent) {}

    private static final int ALL_OF_IT = 100;

    /** Several reminders missed, after the hub stood still, are one; so each task rings once. */
    private List<ShareEvent> ring(InHand share, Instant now) {
        var story = Story.of(share, now);
        for (Task task : share.tasks().inHands().toList()) {
            for (Alarm alarm : lastDue(task, now).stream().toList()) {
                story = vacant(ring(share, alarm, now).map(story::and).orElse(story), alarm);
            }
        }
        return progress.onwards(story).events();
    }

    /** Where one who stood in was silent as well as the holder, the role looks as if nobody filled it. */
    private static Story vacant(Story story, Alarm alarm) {
        boolean againMoved = alarm.percent() == ALL_OF_IT && alarm.holding().silences() > 0
                && !alarm.task().goesOnInSilence();
        return againMoved
                ? Vacancies.report(story, alarm.task(), alarm.task().planned().assignee(), LooksVacantBecause.SILENT,
                        Optional.empty())
                : story;
    }

    private Optional<Alarm> lastDue(Task task, Instant now) {
        return alarms(task).filter(alarm -> isPast(alarm.at(), now)).max(Comparator.comparingInt(Alarm::percent));
    }

    private Optional<ShareEvent> ring(InHand share, Alarm alarm, Instant now) {
        var task = alarm.task();
        if (alarm.percent() < ALL_OF_IT) {
            return Optional.of(new ApproverReminded(task.id(), alarm.holding().holder(), alarm.percent()));
        }
        return task.goesOnInSilence()
                ? Optional.of(new TaskClosed(task.id(), ClosedBecause.EXPIRED))
                : asking.move(share, task, alarm.holding(), MovedBecause.SILENT, Optional.empty(), now)
                        .map(ShareEvent.class::cast);
    }

    private Stream<Alarm> dueAlarms(InHand share, Instant now) {
        return alarms(share).filter(alarm -> isPast(alarm.at(), now));
    }

    private Stream<Alarm> alarms(InHand share) {
        return share.tasks().inHands().flatMap(this::alarms);
    }

    private Stream<Alarm> alarms(Task task) {
        return standsStill(task) ? Stream.empty() : task.holding().stream().flatMap(h -> alarms(task, h));
    }

    private static boolean standsStill(Task task) {
        return task.question().isPresent() && Asking.stopsTheClock(task);
    }

    private Stream<Alarm> alarms(Task task, Holding h) {
        var calendar = asking.calendar(task);
        int days = calendar.between(h.since(), h.dueAt());
        Stream<Alarm> reminders = policy.reminders()
                .stream()
                .filter(percent -> percent > h.reminded() && daysLeft(days, percent) > 0)
                .map(percent -> new Alarm(task, h, calendar.shift(h.dueAt(), -daysLeft(days, percent)), percent));
        Optional<Instant> back = h.away().flatMap(away -> away.back(calendar));
        Stream<Alarm> ofPresent = back.map(at -> whenBack(reminders, new Alarm(task, h, at,
                over(days, calendar.between(at, h.dueAt()))))).orElse(reminders);
        boolean somethingHappensThen = task.goesOnInSilence() || task.nextInLine(h, MovedBecause.SILENT).isPresent();
        return somethingHappensThen
                ? Stream.concat(ofPresent, Stream.of(new Alarm(task, h, h.dueAt(), ALL_OF_IT)))
                : ofPresent;
    }

    /** Who is away is reminded when they are back, and not before. */
    private static Stream<Alarm> whenBack(Stream<Alarm> reminders, Alarm back) {
        return Stream.concat(reminders.filter(reminder -> reminder.at().isAfter(back.at())), Stream.of(back));
    }

    /** Of so many days, so many being left, how many per cent are over; never all, for that is more than a reminder. */
    private static int over(int days, int left) {
        return Math.clamp((days - left) * (long) ALL_OF_IT / Math.max(1, days), 1, ALL_OF_IT - 1);
    }

    /** Of so many days, how many are left once so many per cent are over, to whole days and late rather than early. */
    private static int daysLeft(int days, int percent) {
        return days - (days * percent + 99) / ALL_OF_IT;
    }

    /** Everybody's silence: counted from when anybody last did something, or from when the last who was asked should have. */
    private Instant lapses(InHand share) {
        Instant from = share.tasks()
                .inHands()
                .filter(task -> !standsStill(task))
                .flatMap(task -> task.holding().stream())
                .map(Holding::dueAt)
                .reduce(share.stirredAt(), (one, other) -> one.isAfter(other) ? one : other);
        return calendarOf(share).endOfDay(from, policy.lapseAfterWorkingDays());
    }

    private WorkingCalendar calendarOf(InHand share) {
        return calendars.of(share.tasks()
                .on(Side.ACQUIRER)
                .map(task -> task.planned().calendar())
                .findFirst()
                .orElse(Calendar.ENGLAND_AND_WALES));
    }

    private static List<ShareEvent> lapse(InHand share, Instant now) {
        List<String> silent = share.tasks().inHands().map(Task::id).toList();
        return Progress.close(Story.of(share, now), ClosedBecause.EXPIRED).and(new RequestLapsed(silent)).events();
    }

    /** The moment after the last day, in London. */
    private static Optional<Instant> expires(Live live) {
        Arrangement arrangement = live.arrangement();
        return arrangement.memorandum()
                .terms()
                .end()
                .map(last -> last.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(WorkingCalendar.LONDON).toInstant());
    }

    private static boolean isPast(Instant at, Instant now) {
        return !at.isAfter(now);
    }
}
