package uk.gov.datashare.connectors.email.reply;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzz test of the interpreter for whoever has an hour: no build runs it unless it is told to. */
class LongFuzz {

    @MethodSource("uk.gov.datashare.connectors.email.reply.Harness#seeds")
    @FuzzTest(maxDuration = "1h")
    void any_bytes_come_to_one_outcome(byte[] mail) {
        Harness.within(InterpreterFuzz::interpret, mail);
    }
}
