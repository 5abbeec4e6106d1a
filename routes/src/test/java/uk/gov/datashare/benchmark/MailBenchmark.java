package uk.gov.datashare.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;

/** Measures mail out, the interpreter, and mail in, and prints tables; with a file's name, also writes the page there. */
public final class MailBenchmark {

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 7);

    private MailBenchmark() {}

    /**
     * Runs all of it.
     *
     * @param arguments the file for the page, if any
     */
    public static void main(String... arguments) throws Exception {
        try (Server server = Server.start()) {
            var page = new Page(server.name());
            try (var out = new MailsOut(server)) {
                page.add(new Contest("Mails out, one thread", 150, 1, ROUNDS).between(out.once()));
                page.add(new Contest("Mails out, eight threads", 400, 8, ROUNDS).between(out.once()));
            }
            page.add(new Contest("Replies that quote the letter, understood", 2_000, 1, ROUNDS)
                    .between(Replies.quoting().all()));
            Replies corpus = Replies.ofTheCorpus();
            if (!corpus.isEmpty()) {
                page.add(new Contest("The corpus of replies, understood", 5_000, 1, ROUNDS).between(corpus.all()));
            }
            page.add(new Contest("Mails in", 300, 1, ROUNDS).between(new MailsIn(server).all()));
            if (arguments.length > 0) {
                Files.writeString(Path.of(arguments[0]), page.text());
            }
        }
    }
}
