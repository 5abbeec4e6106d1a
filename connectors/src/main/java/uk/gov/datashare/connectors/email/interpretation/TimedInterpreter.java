package uk.gov.datashare.connectors.email.interpretation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import uk.gov.datashare.connectors.email.authenticity.Authenticity.Verdict;
import uk.gov.datashare.connectors.email.reply.Reading;
import uk.gov.datashare.connectors.email.reply.ReplyReader;

/**
 * Interprets mails on a worker thread and waits for each only so long, so that no mail, whatever it holds, stops those behind
 * it. One that takes longer, or that the interpreter fails at, is put into quarantine; its worker is told to stop and left to
 * itself, and the other limits (size, depth, parts, lines) see to it that it ends.
 */
public final class TimedInterpreter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TimedInterpreter.class);

    private final ReplyInterpreter interpreter;
    private final Duration longest;
    private final ExecutorService workers = Executors
            .newCachedThreadPool(Thread.ofPlatform().daemon().name("interpreter-", 1).factory());

    /** Waits this long for each mail, and no longer. */
    public TimedInterpreter(ReplyInterpreter interpreter, Duration longest) {
        this.interpreter = requireNonNull(interpreter);
        this.longest = requireNonNull(longest);
    }

    /**
     * What a mail comes to; never an exception for what is in the mail.
     *
     * @throws IllegalStateException when this thread is interrupted, for the hub is stopping
     * @see ReplyInterpreter#interpret
     */
    public Interpretation interpret(byte[] raw, Verdict origin, Correspondence sent) {
        Future<Interpretation> result = workers.submit(() -> interpreter.interpret(raw, origin, sent));
        try {
            return result.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooLong) {
            result.cancel(true);
            return quarantined(raw, origin, "limits.time",
                    "It took longer than %s ms to read.".formatted(longest.toMillis()));
        } catch (ExecutionException failed) {
            LOG.error("A mail could not be interpreted, and is put aside", failed.getCause());
            return quarantined(raw, origin, "unreadable.failure", "Reading it failed.");
        } catch (InterruptedException toStop) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a mail was interpreted", toStop);
        }
    }

    private static Interpretation quarantined(byte[] raw, Verdict origin, String rule, String why) {
        Reading reading = ReplyReader.unread(raw, rule, why);
        return new Interpretation(Outcome.QUARANTINE, reading, new Proof(reading.provenance().rawDigest(), "", rule,
                Optional.empty(), OptionalInt.empty(), origin));
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
