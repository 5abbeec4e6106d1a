package uk.gov.datashare.connectors.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.connectors.email.LetterChannel.Sending;
import uk.gov.datashare.contracts.Letter;
import uk.gov.datashare.contracts.Letter.Kind;

/** Whatever stands in a letter, a mail has the hub's headers and no others, and the server hears the hub's commands and no others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileLettersTest {

    private static final int LETTERS = 3_000;
    private static final int LONGEST_LINE = 998;
    private static final Set<String> HEADERS = Set.of("Date", "From", "Reply-To", "To", "Message-ID", "Subject",
            "MIME-Version", "Content-Type", "Auto-Submitted", "X-Auto-Response-Suppress", "In-Reply-To", "References");
    private static final List<String> TRICKS = List.of("\r", "\n", "\r\n", "\u0000", "\u0085", "\u000b", "\f",
            "\u2028", "\u2029", "\u560d\u560a", "\u010d\u010a", "\ud83d", "\udc00", "\u202e", "\u200b", ">", "<", ",",
            ";", "\"", "\\", "(", ")", ":", " ", "\t", "=?UTF-8?Q?=0D=0ABcc:_m@evil.example?=", "%0d%0a",
            "\r\nBcc: m@evil.example", "\r\n\r\nbody", "\r\n.\r\nMAIL FROM:<m@evil.example>\r\n",
            ">\r\nRCPT TO:<m@evil.example", "\nRCPT TO:<m@evil.example>", "@", "m@evil.example", "x".repeat(1200));

    private final long seed = Long.getLong("hostile.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @Test
    void a_mail_has_the_headers_of_the_hub_and_no_others() throws Exception {
        System.out.println("Hostile letters: -Dhostile.seed=" + seed);
        int written = 0;
        for (int each = 0; each < LETTERS; each++) {
            Optional<String> raw = raw(hostile(), hostileAddress());
            written += raw.isPresent() ? 1 : 0;
            raw.ifPresent(HostileLettersTest::isWellFormed);
        }
        assertThat(written).isPositive();
    }

    @Test
    void a_server_hears_the_commands_of_the_hub_and_no_others() throws Exception {
        System.out.println("Hostile letters: -Dhostile.seed=" + seed);
        try (var server = new ScriptedSmtp();
                var sender = new LetterSender(SmtpSettings.plain("127.0.0.1", server.port()), Letters.composer(),
                        Letters.NOON)) {
            long taken = IntStream.range(0, LETTERS / 3).mapToObj(_ -> {
                String address = hostileAddress();
                Sending sending = sender.send(hostile(), address);
                assertThat(sending).isInstanceOfAny(Sending.Accepted.class, Sending.Refused.class);
                return sending;
            }).filter(Sending.Accepted.class::isInstance).count();
            assertThat(taken).isPositive().isEqualTo(server.mails.get());
            assertThat(server.commands).filteredOn(line -> line.equals("DATA")).hasSize((int) taken);
            assertThat(server.commands).allMatch(line -> line.matches("EHLO \\S+|DATA|QUIT|NOOP"
                    + "|MAIL FROM:<bounces\\+[a-z0-9]{12}-t[0-9]+-[a-z2-7]{26}@hub\\.example\\.invalid>"
                    + "|RCPT TO:<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+>"));
            assertThat(server.commands).noneMatch(line -> line.startsWith("MAIL") && line.contains("evil"));
        }
    }

    private Optional<String> raw(Letter letter, String address) throws Exception {
        try {
            var raw = new ByteArrayOutputStream();
            Letters.composer().compose(letter, address).writeTo(raw);
            return Optional.of(raw.toString(UTF_8));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static void isWellFormed(String mail) {
        assertThat(mail.lines().mapToInt(line -> line.getBytes(UTF_8).length).max().orElseThrow())
                .isLessThanOrEqualTo(LONGEST_LINE);
        assertThat(mail.replace("\r\n", "")).doesNotContain("\r", "\n", "\u0000");
        String head = mail.substring(0, mail.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]", " ");
        List<String> names = Arrays.stream(head.split("\r\n")).map(line -> line.split(":", 2)[0]).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(HEADERS::contains);
        assertThat(head.replaceAll("[\r\n\t]", "").chars()).allMatch(letter -> letter >= ' ' && letter < 127);
        assertThat(mail).contains("\r\nMessage-ID: <").contains("@hub.example.invalid>\r\n");
    }

    private Letter hostile() {
        return new Letter("case/" + tricky(), Kind.TASK, random.nextInt(9) == 0 ? tricky() : "DSR-7K3M-9QPX-2ABC",
                "person" + tricky(),
                random.nextBoolean() ? Optional.of(new Letter.Reply("T7", 1, "ab".repeat(32))) : Optional.empty(),
                random.nextBoolean() ? Optional.of("case/" + tricky()) : Optional.empty(), "Approval " + tricky(),
                "Text " + tricky() + tricky() + Letter.REPLY_ADDRESS, "<p>" + tricky() + "</p>");
    }

    private String hostileAddress() {
        return switch (random.nextInt(4)) {
            case 0 -> "jo" + tricky() + "@dept.example.invalid";
            case 1 -> "jo@dept" + tricky() + ".example.invalid";
            default -> Letters.JO;
        };
    }

    private String tricky() {
        return random.nextInt(3) == 0
                ? "plain"
                : random.ints(1 + random.nextInt(2), 0, TRICKS.size()).mapToObj(TRICKS::get)
                        .collect(Collectors.joining("a"));
    }
}
