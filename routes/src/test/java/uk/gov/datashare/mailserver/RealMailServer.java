package uk.gov.datashare.mailserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/**
 * Postfix, Dovecot and OpenDKIM (or Rspamd) on loopback, in a folder of its own, for as long as this process lives. Mail that
 * is handed in at the inbound door is judged, and the verdict stands in Authentication-Results; mail that somebody logs in for
 * is signed for the domain of its From. Whom it cannot deliver to, it reports to the return path, as any Postfix does.
 */
public final class RealMailServer implements AutoCloseable {

    /** Everybody's password. */
    public static final String PASSWORD = "secret";

    /** An address of this machine that belongs to no department (SPF). */
    public static final String OUTSIDER = "127.0.0.9";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * The ports on 127.0.0.1.
     *
     * @param inbound    where anybody hands in mail, without login
     * @param submission where people and programs hand in mail, with login
     * @param sink       where mail is taken and thrown away
     * @param imap       where mailboxes are read
     */
    public record Doors(int inbound, int submission, int sink, int imap) {

        static Doors free() {
            return new Doors(Ports.free(), Ports.free(), Ports.free(), Ports.free());
        }
    }

    private final Settings settings;
    private final Doors doors;
    private final Configuration configuration;
    private final Deque<Daemon> daemons = new ArrayDeque<>();

    private RealMailServer(Settings settings, Path home, int dns) {
        this.settings = settings;
        this.doors = Doors.free();
        this.configuration = Configuration.of(home, settings, doors, dns);
    }

    /** Starts one, and returns when it takes mail. */
    public static RealMailServer start(Settings settings) {
        Missing.here(settings.judge()).ifPresent(why -> {
            throw new IllegalStateException("No mail server can be started: " + why);
        });
        try {
            var server = new RealMailServer(settings, Files.createTempDirectory("mail"), Ports.free());
            try {
                server.start();
                return server;
            } catch (IOException | RuntimeException failed) {
                server.daemons.forEach(System.out::println);
                server.close();
                throw failed;
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Why this machine cannot run one; empty when it can. */
    public static Optional<String> missing() {
        return Missing.here(Settings.Judge.OPENDKIM);
    }

    private void start() throws IOException {
        configuration.write();
        String home = configuration.home().toString();
        run("sign", "/usr/sbin/opendkim", "-f", "-x", home + "/opendkim/sign.conf");
        if (settings.judge() == Settings.Judge.RSPAMD) {
            run("dns", "/usr/sbin/dnsmasq", "-k", "--log-facility=-", "-u", "root", "-C", home + "/dns.conf");
            run("rspamd", "/usr/bin/rspamd", "-f", "-u", "_rspamd", "-g", "_rspamd", "-c", home + "/rspamd.conf");
        } else {
            run("judge", "/usr/sbin/opendkim", "-f", "-x", home + "/opendkim/judge.conf");
        }
        run("dovecot", "/usr/sbin/dovecot", "-F", "-c", home + "/dovecot.conf");
        Daemon.run("/usr/sbin/postfix", "-c", home + "/postfix", "check");
        run("postfix", "/usr/lib/postfix/sbin/master", "-c", home + "/postfix", "-s");
        Path judge = Path.of(configuration.values().get("judge"));
        await("its milters", () -> Files.exists(judge) && Files.exists(Path.of(home, "opendkim", "sign.sock")));
        await("Postfix", () -> Stream.of(doors.inbound(), doors.submission(), doors.sink()).allMatch(Ports::greets));
        await("Dovecot", () -> Ports.greets(doors.imap()));
    }

    private void run(String name, String... command) {
        daemons.push(Daemon.start(configuration.home(), name, command));
    }

    private void await(String what, BooleanSupplier condition) {
        Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).pollDelay(Duration.ZERO)
                .failFast(() -> !daemons.stream().allMatch(Daemon::isAlive)).until(condition::getAsBoolean);
    }

    /** Where it listens. */
    public Doors doors() {
        return doors;
    }

    /** What it was told to be. */
    public Settings settings() {
        return settings;
    }

    /**
     * From now on these mailboxes, and no others, are refused at the inbound door, each with these words, such as
     * {@code 550 5.1.1 No such user here}.
     */
    public void refuse(Map<String, String> byAddress) {
        try {
            configuration.refuse(byAddress);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        Daemon.run("/usr/sbin/postfix", "-c", configuration.home() + "/postfix", "reload");
    }

    /** Where somebody's mail lies (Maildir). */
    public Path mailbox(String address) {
        String[] parts = address.split("@", 2);
        return configuration.home().resolve("mail").resolve(parts[1]).resolve(parts[0]);
    }

    /** Everybody but the hub who has a mailbox with something in it. */
    public List<String> people() {
        try (Stream<Path> folders = Files.walk(configuration.home().resolve("mail"), 2)) {
            return folders.map(folder -> configuration.home().resolve("mail").relativize(folder))
                    .filter(folder -> folder.getNameCount() == 2 && !folder.startsWith(settings.domain()))
                    .map(folder -> folder.getName(1) + "@" + folder.getName(0)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The public keys of all domains that sign, a line for each, by the names that they would have in DNS. */
    public Path publicKeys() {
        return configuration.home().resolve("opendkim").resolve("public");
    }

    /** Puts mails straight into somebody's mailbox, which the server has not opened yet. */
    public void fill(String address, List<byte[]> mails) throws IOException {
        Path folder = mailbox(address);
        for (String part : List.of("tmp", "new", "cur")) {
            Files.createDirectories(folder.resolve(part));
        }
        for (int number = 0; number < mails.size(); number++) {
            Files.write(folder.resolve("new").resolve("%d.%d.test".formatted(1_800_000_000, number)),
                    mails.get(number));
        }
        Daemon.run("chown", "-R", "mail:mail", configuration.home().resolve("mail").toString());
    }

    /** All processes of it. */
    public List<ProcessHandle> processes() {
        return daemons.stream().flatMap(Daemon::processes).toList();
    }

    /** What its programs have said, for whoever wonders why a test failed. */
    public List<String> log() {
        return daemons.stream().map(Daemon::toString).toList();
    }

    /** Stops all of it, and takes its folder away. */
    @Override
    public void close() {
        daemons.forEach(Daemon::close);
        daemons.clear();
        try (Stream<Path> files = Files.walk(configuration.home())) {
            files.sorted(Comparator.reverseOrder()).forEach(RealMailServer::delete);
        } catch (IOException gone) {
            System.out.println("The mail server's folder stays: " + gone.getMessage());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException busy) {
            System.out.println("Stays: " + file);
        }
    }
}
