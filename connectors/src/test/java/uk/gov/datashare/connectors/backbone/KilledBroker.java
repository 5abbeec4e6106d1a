package uk.gov.datashare.connectors.backbone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import uk.gov.datashare.contracts.Topic;
import uk.gov.datashare.contracts.Topic.Cleanup;
import uk.gov.datashare.contracts.Topic.Spread;

/** A process with an embedded broker that says when it has written what it should, and then waits to be killed. */
final class KilledBroker {

    static final Topic TOPIC = new Topic("test.killed", Spread.BY_KEY, Cleanup.DELETE, Optional.empty());
    static final int RECORDS = 100;

    private KilledBroker() {}

    public static void main(String[] folder) throws IOException {
        Backbone backbone = Backbone.open(BackboneSettings.embedded(Path.of(folder[0])));
        backbone.topics().provide(List.of(TOPIC));
        Publisher publisher = backbone.publisher();
        publisher.send(IntStream.range(0, RECORDS).mapToObj(i -> Samples.event(TOPIC, "key-" + i, Integer.toString(i)))
                .toList());
        System.out.write("written\n".getBytes(StandardCharsets.UTF_8));
        System.out.flush();
        System.in.read();
    }

    /** Starts one on this folder, and kills it without warning when it has written. */
    static void writeAndBeKilled(Path folder) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                KilledBroker.class.getName(),
                folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            if (output.lines().noneMatch("written"::equals)) {
                throw new AssertionError("The process ended before it had written");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
