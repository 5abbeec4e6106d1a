package uk.gov.datashare.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import uk.gov.datashare.contracts.RecordedEvent;
import uk.gov.datashare.contracts.ShareCommand;
import uk.gov.datashare.process.SimulatedHub.Message;
import uk.gov.datashare.process.oracle.Place;

/**
 * A world in which everything happens by a script of numbers: what people do, which of their mails are lost, late, doubled or
 * overtaken, when the hub breaks down, who leaves their post, and what time it is. Whatever the hub does is held against what
 * was foretold.
 */
final class SimulatedWorld {

    /** Hears what the world does, step by step. */
    interface Listener {

        /** Something has happened in this place, and this followed. */
        void heard(SimulatedCase to, Place in, String what, List<String> followed);
    }

    private static final int REMEMBERED = 12;
    private static final int MOST_LOOKS = 60;

    private final Listener listener;
    private final SimulatedHub hub;
    private final List<SimulatedCase> cases;
    private final Supplier<SimulatedCase> begin;
    private final List<SimulatedCase> over = new ArrayList<>();
    private final int setup;
    private final int goodwill;
    private final List<Message> late = new ArrayList<>();
    private final List<Message> seen = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private SplittableRandom luck;
    private Instant now = Case.london("2026-06-01T10:00");
    private long registryVersion = 1;
    private int sent;
    private int begun;

    SimulatedWorld(int seed, Function<ShareProcess, SimulatedHub> hub, boolean thorough, Listener listener) {
        this.listener = listener;
        this.luck = new SplittableRandom(seed);
        this.setup = luck.nextInt(SimulatedSetup.ALL.size());
        var with = SimulatedSetup.ALL.get(setup);
        this.hub = hub.apply(with.process());
        this.goodwill = List.of(30, 65, 92).get(luck.nextInt(3));
        this.begin = () -> new SimulatedCase("" + begun++, RandomPlans.any(luck), with.rules(), thorough);
        this.cases = new ArrayList<>(IntStream.rangeClosed(0, luck.nextInt(4) / 3)
                .mapToObj(_ -> begin.get()).toList());
    }

    /** A case that is over makes room for another, most times. */
    private SimulatedCase about() {
        int which = luck.nextInt(cases.size());
        if (cases.get(which).isOver() && luck.nextInt(4) == 0) {
            over.add(cases.set(which, begin.get()));
        }
        return cases.get(which);
    }

    SimulatedHub hub() {
        return hub;
    }

    /** Which of the hub's setups it has. */
    int setup() {
        return setup;
    }

    /** Every case there was. */
    Stream<SimulatedCase> all() {
        return Stream.concat(cases.stream(), over.stream());
    }

    /** One step of the script. */
    void step(int number) {
        luck = new SplittableRandom(number);
        int roll = luck.nextInt(100);
        var about = about();
        var people = new SimulatedPeople(luck, about, now, registryVersion, goodwill);
        if (roll < 16) {
            timePasses(about);
        } else if (roll < 19) {
            now = later();
        } else if (roll < 23) {
            registryVersion++;
            sends(people.leaver());
        } else if (roll < 26) {
            comesAgain();
        } else if (roll < 30 && !late.isEmpty()) {
            arrives(late.remove(luck.nextInt(late.size())));
        } else if ((about.letters.isEmpty() && roll < 92) || roll < 38 || isAwaited(about)) {
            sends(people.department());
        } else {
            sends(people.reader("mail-" + sent));
        }
    }

    private void stands(SimulatedCase one) {
        one.stands(hub.share(one.requestId), hub.wakesAt(one.requestId));
    }

    private boolean isAwaited(SimulatedCase about) {
        return about.place() == Place.RETURNED && luck.nextInt(100) < 70;
    }

    private Instant later() {
        return now.plus(Duration.ofMinutes(luck.nextInt(1, 60 * 24 * 4)));
    }

    /** Sometimes to the very moment, or one before it; the hub looks at its clock until it has nothing to say. */
    private void timePasses(SimulatedCase about) {
        Optional<Instant> next = about.next().filter(at -> at.isAfter(now));
        now = switch (luck.nextInt(5)) {
            case 0, 1 -> next.orElseGet(this::later);
            case 2 -> next.map(at -> at.minusMillis(1)).filter(at -> at.isAfter(now)).orElseGet(this::later);
            default -> later();
        };
        int looks = 0;
        do {
            breaksDownAtTimes();
            looks();
            looks++;
        } while (all().anyMatch(one -> isDue(one.next())) && looks < MOST_LOOKS);
        if (looks == MOST_LOOKS) {
            throw new AssertionError("time has always more to say");
        }
    }

    private boolean isDue(Optional<Instant> at) {
        return at.filter(it -> !it.isAfter(now)).isPresent();
    }

    private void looks() {
        var due = all().filter(one -> isDue(one.next())).toList();
        List<RecordedEvent> recorded = hub.sweeps(now);
        int told = 0;
        for (SimulatedCase one : due) {
            var theirs = recorded.stream().filter(event -> event.requestId().equals(one.requestId)).toList();
            told += theirs.size();
            var place = one.place();
            listener.heard(one, place, "Time", one.timePasses(theirs, now));
            stands(one);
        }
        if (told != recorded.size()) {
            throw new AssertionError("time woke a case that nothing was due for: " + recorded);
        }
    }

    private void breaksDownAtTimes() {
        if (luck.nextInt(12) == 0) {
            hub.breaksDownAt(luck.nextInt(14));
        }
    }

    /** A message is lost, held up, doubled, or simply arrives. */
    private void sends(ShareCommand command) {
        var message = new Message("m" + sent++, command);
        switch (luck.nextInt(25)) {
            case 0 -> sent++;
            case 1, 2 -> late.add(message);
            case 3 -> {
                arrives(message);
                arrives(message);
            }
            case 4 -> {
                late.add(message);
                arrives(message);
            }
            default -> arrives(message);
        }
    }

    /** What came once comes again: as the same message, or as another that says the same. */
    private void comesAgain() {
        if (!seen.isEmpty()) {
            var before = seen.get(luck.nextInt(seen.size()));
            arrives(luck.nextBoolean() ? before : new Message("m" + sent++, before.command()));
        }
    }

    private void arrives(Message message) {
        var command = message.command();
        var about = all().filter(one -> one.requestId.equals(command.requestId())).findFirst().orElseThrow();
        boolean isRepeat = !ids.add(message.id());
        breaksDownAtTimes();
        var place = about.place();
        var followed = about.hears(command, isRepeat, hub.handles(message, now), now);
        listener.heard(about, place, command.getClass().getSimpleName(), followed);
        stands(about);
        seen.add(message);
        if (seen.size() > REMEMBERED) {
            seen.removeFirst();
        }
    }
}
