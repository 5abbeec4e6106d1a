package uk.gov.datashare.connectors.email.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mails of {@code corpus.txt}. */
final class Corpus {

    /** A mail and what it must be read as; the keys of {@code expected} are the words before the colons. */
    record Case(String name, Map<String, String> expected, String mail) {

        Optional<String> expects(String what) {
            return Optional.ofNullable(expected.get(what));
        }

        @Override
        public String toString() {
            return name;
        }
    }

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
        List<Case> cases = new ArrayList<>();
        for (String section : text().split("(?m)^=== ", -1)) {
            if (section.contains("\n---\n")) {
                cases.add(read(section));
            }
        }
        return cases;
    }

    private static Case read(String section) {
        String[] halves = section.split("(?m)^---\n", 2);
        List<String> head = halves[0].lines().toList();
        Map<String, String> expected = new HashMap<>();
        head.stream().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            expected.put(line.substring(0, colon), line.substring(colon + 1).strip().replace("\\n", "\n"));
        });
        String mail = halves[1].replace("{reply}", REPLY).replace("{address}", Mails.REPLY_ADDRESS).replace("{bounces}",
                Mails.BOUNCE_ADDRESS);
        return new Case(head.getFirst(), expected, mail);
    }

    private static String text() {
        try (InputStream file = Corpus.class.getResourceAsStream("corpus.txt")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
