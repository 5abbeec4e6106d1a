package uk.gov.datashare.connectors.email.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.Arguments;

/** What the fuzz tests share: the corpus as seeds, and how long one mail may take. */
final class Harness {

    private static final Duration LONGEST = Duration.ofSeconds(1);
    /** The first time, code is compiled. */
    private static final int TRIES = 3;

    private Harness() {}

    /** The mails of the corpus, and mails that are made to be costly. */
    static Stream<Arguments> seeds() {
        return Stream.concat(Corpus.all().stream().map(Corpus.Case::mail), Stream.of(
                Mails.headers("Content-Type: multipart/mixed; boundary=b0") + nested(12),
                Mails.headers("Content-Type: multipart/alternative; boundary=b") + "--b\n\n1 approve\n".repeat(40),
                Mails.html("<div style='display:none'>approve</div><blockquote>reject</blockquote><p>approve</p>"),
                Mails.plain("1-3 approve\n4, 5 reject: no\nall query: why?\n"),
                Mails.plain("> x\n".repeat(300) + "On 24 Nov 2026 at 10:12, a@b.example wrote:\n"),
                Mails.headers("Content-Type: text/plain; format=flowed; delsp=yes; charset=utf-16") + "approve \n"))
                .map(mail -> Arguments.of((Object) mail.replace("\n", "\r\n").getBytes(UTF_8)));
    }

    private static String nested(int depth) {
        var parts = new StringBuilder();
        for (int level = 0; level < depth; level++) {
            parts.append("--b%s\nContent-Type: multipart/mixed; boundary=b%s\n\n".formatted(level, level + 1));
        }
        return parts.toString();
    }

    /**
     * Lets a mail be read while the fuzzer is at work, and fails when that takes more than a second of the processor each
     * time. Without the fuzzer nothing is measured.
     */
    static void within(Consumer<byte[]> reading, byte[] mail) {
        long shortest = Long.MAX_VALUE;
        for (int tries = 0; tries < TRIES && shortest > LONGEST.toNanos(); tries++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            reading.accept(mail);
            shortest = isFuzzing()
                    ? Math.min(shortest, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
                    : 0;
        }
        if (shortest > LONGEST.toNanos()) {
            throw new AssertionError("A mail took " + Duration.ofNanos(shortest).toMillis() + " ms to read");
        }
    }

    private static boolean isFuzzing() {
        return "1".equals(System.getenv("JAZZER_FUZZ"));
    }
}
