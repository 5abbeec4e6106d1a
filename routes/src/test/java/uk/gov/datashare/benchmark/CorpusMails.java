package uk.gov.datashare.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The mails of the corpus of replies, which lies beside the tests of the reader. */
final class CorpusMails {

    private static final Path FOLDER = Path
            .of("connectors/src/test/resources/uk/gov/datashare/connectors/email/reply");
    private static final String HEAD = """
            Delivered-To: {address}
            From: Jo Bloggs <jo.bloggs@dept.example.invalid>
            To: Data Share Hub <{address}>
            Subject: Re: [DSR-7K3M-9QPX-2ABC/T7] Approval needed: school attendance
            Date: Tue, 24 Nov 2026 10:15:00 +0000
            Message-ID: <reply-1@dept.example.invalid>
            MIME-Version: 1.0""";

    private CorpusMails() {}

    /** All of them; none where the benchmark does not run at the top of the repository or in its module. */
    static List<byte[]> all() {
        return Stream.of(FOLDER, Path.of("..").resolve(FOLDER)).filter(Files::isDirectory).findFirst().stream()
                .flatMap(CorpusMails::files).flatMap(CorpusMails::mails).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("corpus.*\\.txt")).sorted().toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Stream<byte[]> mails(Path file) {
        try {
            return Stream.of(Files.readString(file).split("(?m)^=== "))
                    .map(section -> section.split("(?m)^---\n", 2)).filter(halves -> halves.length == 2)
                    .map(halves -> halves[1].replace("{reply}", HEAD)
                            .replace("{address}", "approvals+token@" + Texts.DOMAIN)
                            .replace("\n", "\r\n").getBytes(UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
