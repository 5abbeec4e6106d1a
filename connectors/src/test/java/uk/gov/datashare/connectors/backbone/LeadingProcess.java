package uk.gov.datashare.connectors.backbone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A hub in a process of its own that seeks a lead, and says again and again that it has it, as long as it believes so. */
final class LeadingProcess implements AutoCloseable {

    private static final String LEADS = "leads";
    private static final long BETWEEN_WORDS_NANOS = 20_000_000;

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private LeadingProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(() -> process.inputReader(UTF_8).lines().forEach(said::add));
    }

    public static void main(String[] serversNameAndTask) {
        var settings = BackboneSettings.at(serversNameAndTask[0], Path.of(".")).named(serversNameAndTask[1]);
        var leadership = Backbone.open(settings).leadership(serversNameAndTask[2]);
        leadership.seek(new RecordedTask());
        while (true) {
            if (leadership.isHeld()) {
                System.out.write((LEADS + "\n").getBytes(UTF_8), 0, LEADS.length() + 1);
                System.out.flush();
            }
            LockSupport.parkNanos(BETWEEN_WORDS_NANOS);
        }
    }

    static LeadingProcess start(String name, String task) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new LeadingProcess(new ProcessBuilder(java, "-Xmx128m", "-cp", System.getProperty("java.class.path"),
                LeadingProcess.class.getName(), SharedBroker.backbone().connection().bootstrapServers(), name, task)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    boolean leads() {
        return words() > 0;
    }

    /** How often it has said that it leads. */
    long words() {
        return said.stream().filter(LEADS::equals).count();
    }

    void signal(String signal) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        if (exit != 0) {
            throw new AssertionError("kill ended with " + exit);
        }
    }

    /** Without warning. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
