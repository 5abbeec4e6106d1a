package uk.gov.datashare.commands;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;

/**
 * What a command is given besides its arguments.
 *
 * @param in    what is piped in
 * @param out   where answers go
 * @param err   where complaints go
 * @param clock says what time it is
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, InstantSource clock) {
    public Terminal {
        requireNonNull(in);
        requireNonNull(out);
        requireNonNull(err);
        requireNonNull(clock);
    }
}
