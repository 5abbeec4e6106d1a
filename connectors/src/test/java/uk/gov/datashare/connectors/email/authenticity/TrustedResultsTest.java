package uk.gov.datashare.connectors.email.authenticity;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import uk.gov.datashare.connectors.email.authenticity.TrustedResults.Found;

/** Which Authentication-Results are our own server's, and which only say so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrustedResultsTest {

    private static final String OURS = "Authentication-Results: mx.hub.example; dkim=pass header.d=dept.example\n";
    private static final String REST = "Received: from mail.dept.example by mx.hub.example; today\nFrom: kim@dept.example\n";

    private static Found named(String header) {
        return new ByServerName("mx.hub.example", 1).in(headers(header));
    }

    private static Found placed(String header) {
        return new ByPosition("relay.example").in(headers(header));
    }

    private static MailHeaders headers(String header) {
        return MailHeaders.of(SignedMail.bytes((header + "\nApprove\n").replace("\n", "\r\n"))).orElseThrow();
    }

    @Test
    void results_in_our_servers_name_are_trusted() {
        assertThat(named(OURS + REST)).isInstanceOf(Found.Ours.class);
        assertThat(named(REST + OURS)).isInstanceOf(Found.Ours.class);
        assertThat(named("Authentication-Results: MX.HUB.example;\n\tdkim=pass header.d=dept.example\n" + REST))
                .isInstanceOf(Found.Ours.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mx.hub.example.evil.example", "evil.example", "hub.example", "x.mx.hub.example",
            "mx.hub.example.", "mx\u0131hub.example", "evil.example (mx.hub.example)", "mx.hub.example,evil.example"})
    void results_in_another_name_are_passed_by(String name) {
        assertThat(named("Authentication-Results: " + name + "; dkim=pass header.d=dept.example\n" + REST))
                .isInstanceOf(Found.Nothing.class);
        assertThat(named(OURS + "Authentication-Results: " + name + "; dkim=fail header.d=dept.example\n" + REST))
                .isInstanceOf(Found.Ours.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authentication-Results: mx.hub.example; dkim=pass header.d=dept.example",
            "authentication-results:MX.HUB.EXAMPLE;dkim=pass header.d=dept.example",
            "Authentication-Results: mx.hub.example; none", "Authentication-Results: mx.hub.example 1; dkim=(",
            "AUTHENTICATION-RESULTS: (c) mx.hub.example; dkim=pass",
            "Authentication-Results: \"mx.hub.example\"; dkim=pass",
            "Authentication-Results:\n mx.hub.example; dkim=pass"})
    void one_more_in_our_servers_name_is_forged_wherever_it_stands(String forged) {
        assertThat(named(OURS + REST + forged + "\n")).isEqualTo(new Found.Forged(2));
        assertThat(named(forged + "\n" + OURS + REST)).isEqualTo(new Found.Forged(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authentication-Results: (c) mx.hub.example; dkim=pass",
            "Authentication-Results: \"mx.hub.example\"; dkim=pass",
            "Authentication-Results : mx.hub.example; dkim=pass"})
    void one_that_is_written_as_our_server_never_does_is_forged_even_alone(String forged) {
        assertThat(named(forged + "\n" + REST)).isInstanceOf(Found.Forged.class);
    }

    @Test
    void a_server_that_writes_two_must_have_written_two() {
        var two = new ByServerName("mx.hub.example", 2);
        assertThat(two.in(headers(OURS + REST))).isInstanceOf(Found.Nothing.class);
        assertThat(two.in(headers(OURS + "Authentication-Results: mx.hub.example; spf=pass\n" + REST)))
                .isInstanceOfSatisfying(Found.Ours.class, ours -> assertThat(ours.results().results()).hasSize(2));
        assertThat(two.in(headers(OURS + OURS + OURS + REST))).isEqualTo(new Found.Forged(3));
    }

    @Test
    void results_that_cannot_be_read_prove_nothing() {
        assertThat(named("Authentication-Results: mx.hub.example; dkim=pass (header.d=dept.example\n" + REST))
                .isInstanceOf(Found.Nothing.class);
        assertThat(placed("Authentication-Results: dkim=pass (\nReceived: from a by in.relay.example; today\n"))
                .isInstanceOf(Found.Nothing.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the relay wrote them on its way in                     | R A R . | true
            the mail went through three of its hosts               | R R A R . | true
            nothing but the relay's way in                         | A R | true
            the relay's, and one from outside beneath              | R A R . A | true
            the sender's own server wrote some, the relay did not  | R R . A . | false
            somebody wrote some, the relay did not                 | R . A | false
            they stand above a server that is not the relay        | . A R | false
            they stand above another server's Received             | R A . R | false
            no server wrote a Received                             | A | false
            there are none                                         | R R . | false
            """)
    void a_relays_results_are_told_by_where_they_stand(String story, String fields, boolean trusted) {
        String header = fields.chars().mapToObj(TrustedResultsTest::field).collect(joining());
        assertThat(placed(header) instanceof Found.Ours).as(story).isEqualTo(trusted);
    }

    /** R for a Received of the relay, a dot for one of anybody else, A for results. */
    private static String field(int mark) {
        return switch (mark) {
            case 'R' -> "Received: from x.example (y [192.0.2.1]) by in.relay.example (z) with ESMTPS; today\n";
            case '.' -> "Received: from in.relay.example by mail.other.example; today\n";
            case 'A' -> "Authentication-Results: dkim=pass header.d=dept.example\n";
            default -> "";
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from a.example (b [192.0.2.1]) by in.relay.example (c) with ESMTP id 1; today | in.relay.example
            from a.example by IN.Relay.Example with ESMTP | in.relay.example
            by in.relay.example with SMTP id x; today | in.relay.example
            (c) from a by (d) in.relay.example; today | in.relay.example
            from by (by in.relay.example) by mail.other.example; today | mail.other.example
            from by by mail.other.example; today | mail.other.example
            """)
    void whoever_wrote_a_received_stands_behind_by_and_nowhere_else(String received, String writer) {
        assertThat(ByPosition.writer(received)).contains(writer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "from", "from a", "from a by", "from a x by in.relay.example", "(by in.relay.example",
            "from a (by in.relay.example", "by", "by [192.0.2.1]", "with by in.relay.example"})
    void a_received_that_does_not_say_who_wrote_it_is_nobodys(String received) {
        assertThat(ByPosition.writer(received)).isEmpty();
    }

    @Test
    void a_setting_that_is_no_host_name_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ByServerName("mx hub", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ByServerName("mx.hub.example", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ByPosition(".relay.example"));
    }
}
