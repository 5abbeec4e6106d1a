package uk.gov.datashare.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.Sample;
import uk.gov.datashare.contracts.MessageJson;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WhatIfCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(byte[] in, String... arguments) {
        var print = new PrintStream(out, true, UTF_8);
        var clock = InstantSource.fixed(Instant.parse("2027-01-12T10:00:00Z"));
        return Commands.run(arguments, new Terminal(new ByteArrayInputStream(in), print, print, clock)).orElse(-1);
    }

    @Test
    void a_good_request_ends_with_0_and_tells_who_is_asked() {
        assertThat(run(MessageJson.write(Sample.of("a-postcode-data").json()), "what-if", "-")).isZero();
        assertThat(out.toString(UTF_8)).contains("SIGN:", "too little history");
    }

    @Test
    void a_bad_one_ends_with_1() {
        assertThat(run("{}".getBytes(UTF_8), "what-if", "-", "--json")).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("WOULD_COME_BACK");
    }

    @Test
    void a_call_that_makes_no_sense_ends_with_2() {
        assertThat(run(new byte[0], "what-if")).isEqualTo(2);
        assertThat(run(new byte[0], "what-if", "no-such-file.json")).isEqualTo(2);
        assertThat(run(new byte[0], "what-if", "-", "--as", "nobody-at-all")).isEqualTo(2);
        assertThat(run(new byte[0], "what-is")).isEqualTo(2);
    }

    @Test
    void settings_start_a_hub() {
        assertThat(run(new byte[0], "--hub.data-folder=x")).isEqualTo(-1);
        assertThat(run(new byte[0])).isEqualTo(-1);
    }
}
