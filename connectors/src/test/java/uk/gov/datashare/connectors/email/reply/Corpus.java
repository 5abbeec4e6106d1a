package uk.gov.datashare.connectors.email.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The mails of the folder {@code corpus}, one file for each family of shapes. All were written for these tests by hand. A mail:
 *
 * <pre>
 * === its name
 * expect: what it must be read as, and the rule
 * text: the words that go with it; \n for a line break     (these and the rest are held to where they are given)
 * delegate, cover, until, away, permanent, from, about: as their names say; about is a case and a task, or none
 * letter: yes, when the hub knows the letter that is answered
 * ---
 * the mail; {reply} stands for the headers of an ordinary reply, {address} for its reply address, {bounces} for the return
 * address, and a few more words in braces for what is too long to be written out
 * </pre>
 */
final class Corpus {

    /** A mail and what it must be read as; the keys of {@code expected} are the words before the colons. */
    record Case(String shape, String name, Map<String, String> expected, String mail) {

        Optional<String> expects(String what) {
            return Optional.ofNullable(expected.get(what));
        }

        Optional<String> letter() {
            return expects("letter").map(_ -> GeneratedRepliesTest.LETTER);
        }

        @Override
        public String toString() {
            return shape + ": " + name;
        }
    }

    static final List<String> SHAPES = List.of("outlook", "gmail", "apple", "clients", "words", "welsh", "forms",
            "hostile", "machines", "bounces");

    private static final String REPLY = """
            Delivered-To: {address}
            From: Jo Bloggs <jo.bloggs@dept.example.invalid>
            To: Data Share Hub <{address}>
            Subject: Re: [DSR-7K3M-9QPX-2ABC/T7] Approval needed: school attendance
            Date: Tue, 24 Nov 2026 10:15:00 +0000
            Message-ID: <reply-1@dept.example.invalid>
            MIME-Version: 1.0""";

    private Corpus() {}

    static List<Case> all() {
        return SHAPES.stream().flatMap(Corpus::of).toList();
    }

    private static Stream<Case> of(String shape) {
        List<Case> cases = new ArrayList<>();
        for (String section : text(shape).split("(?m)^=== ", -1)) {
            if (section.contains("\n---\n")) {
                cases.add(read(shape, section));
            }
        }
        return cases.stream();
    }

    private static Case read(String shape, String section) {
        String[] halves = section.split("(?m)^---\n", 2);
        List<String> head = halves[0].lines().toList();
        Map<String, String> expected = new HashMap<>();
        head.stream().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            expected.put(line.substring(0, colon), line.substring(colon + 1).strip().replace("\\n", "\n"));
        });
        return new Case(shape, head.getFirst(), expected, written(halves[1]));
    }

    private static String written(String mail) {
        return mail.replace("{reply}", REPLY).replace("{address}", Mails.REPLY_ADDRESS)
                .replace("{bounces}", Mails.BOUNCE_ADDRESS).replace("{blank}", "\n".repeat(210))
                .replace("{long}", "word ".repeat(40_000)).replace("{bait}", bait()).replace("{nested}", nested())
                .replace("{parts}", "--b\n\nApprove\n".repeat(1_000))
                .replace("{recipients}", IntStream.range(0, 2_000).mapToObj(at -> "p" + at + "@dept.example.invalid")
                        .collect(Collectors.joining(",\n ")));
    }

    private static String bait() {
        return "On " + "Tue, 24 Nov 2026 at 10:12 ".repeat(2_000) + "\n" + "<a@b".repeat(8_000) + "\n"
                + "-".repeat(20_000);
    }

    private static String nested() {
        return IntStream.range(0, 60).mapToObj(
                depth -> "--b%s\nContent-Type: multipart/mixed; boundary=b%s\n\n".formatted(depth, depth + 1))
                .collect(Collectors.joining()) + "--b60\n\nApprove\n";
    }

    private static String text(String shape) {
        try (InputStream file = Corpus.class.getResourceAsStream("corpus/" + shape + ".txt")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
