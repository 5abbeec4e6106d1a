package uk.gov.datashare.mailserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of a mail server under its folder, made from the templates beside this class. */
record Configuration(Path home, Settings settings, Map<String, String> values) {

    static Configuration of(Path home, Settings settings, RealMailServer.Doors doors, int dns) {
        String judge = settings.judge() == Settings.Judge.RSPAMD ? "rspamd" : "opendkim";
        boolean tokens = settings.introspection().isPresent();
        return new Configuration(home, settings, Map.ofEntries(Map.entry("home", home.toString()),
                Map.entry("domain", settings.domain()), Map.entry("authserv", settings.authservId()),
                Map.entry("domains", String.join(", ", domains(settings))),
                Map.entry("inbound", String.valueOf(doors.inbound())),
                Map.entry("submission", String.valueOf(doors.submission())),
                Map.entry("sink", String.valueOf(doors.sink())), Map.entry("imap", String.valueOf(doors.imap())),
                Map.entry("dns", String.valueOf(dns)), Map.entry("judge", home + "/" + judge + "/judge.sock"),
                Map.entry("mechanisms", "plain login" + (tokens ? " xoauth2 oauthbearer" : "")),
                Map.entry("oauth2", tokens ? oauth2(home) : ""),
                Map.entry("introspection", settings.introspection().map(Objects::toString).orElse("nobody"))));
    }

    private static String oauth2(Path home) {
        return "passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = " + home
                + "/dovecot-oauth2.conf.ext\n}";
    }

    static List<String> domains(Settings settings) {
        List<String> domains = new ArrayList<>(signing(settings));
        domains.addAll(settings.unsigned());
        return domains;
    }

    static List<String> signing(Settings settings) {
        return Stream.concat(Stream.of(settings.domain()), settings.departments().stream()).toList();
    }

    /** Writes everything that the programs read. */
    void write() throws IOException {
        // Postfix, the milters and the mailboxes belong to users of their own, who must be able to pass.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        folder("mail", "mail:mail");
        folder("mail/" + settings.domain(), "mail:mail");
        folder("mail/" + settings.domain() + "/approvals", "mail:mail");
        // What comes back lies in the mailbox that the hub reads: one mailbox with two addresses.
        Files.createSymbolicLink(home.resolve("mail").resolve(settings.domain()).resolve("bounces"),
                Path.of("approvals"));
        folder("dovecot", "root:root");
        folder("opendkim", "root:root");
        folder("postfix", "root:root");
        folder("postfix/queue", "root:root");
        folder("postfix/data", "postfix:root");
        Files.writeString(home.resolve("postfix/refusals"), "");
        fill("leash.sh", "leash.sh");
        fill("postfix-main.cf", "postfix/main.cf");
        fill("postfix-master.cf", "postfix/master.cf");
        fill("dovecot.conf", "dovecot.conf");
        fill("dovecot-oauth2.conf.ext", "dovecot-oauth2.conf.ext");
        fill("opendkim-sign.conf", "opendkim/sign.conf");
        fill("opendkim-judge.conf", "opendkim/judge.conf");
        keys();
    }

    private void keys() throws IOException {
        Keys keys = Keys.of(signing(settings));
        Path folder = home.resolve("opendkim");
        for (var key : keys.byDomain().entrySet()) {
            Files.writeString(folder.resolve(key.getKey() + ".pem"), Keys.pem(key.getValue()));
        }
        Files.writeString(folder.resolve("keys"), keys.table(folder.toString()));
        Files.writeString(folder.resolve("signers"), keys.signers());
        Files.writeString(folder.resolve("public"), keys.publicKeys());
        if (settings.judge() == Settings.Judge.RSPAMD) {
            folder("rspamd", "_rspamd:_rspamd");
            fill("rspamd.conf", "rspamd.conf");
            Files.writeString(home.resolve("dns.conf"), template("dns.conf").replace("{records}", records(keys)));
        }
    }

    /** SPF: the departments' mail comes from 127.0.0.1, so whoever calls from another address of this machine is an outsider. */
    private String records(Keys keys) {
        Stream<String> signing = keys.byDomain().entrySet().stream().map(key -> {
            String record = Keys.record(key.getValue());
            return txt(Keys.SELECTOR + "._domainkey." + key.getKey(), record.substring(0, 200), record.substring(200))
                    + txt("_dmarc." + key.getKey(), "v=DMARC1; p=reject; adkim=s; aspf=s");
        });
        Stream<String> all = domains(settings).stream()
                .map(domain -> txt(domain, "v=spf1 ip4:127.0.0.1 -all") + "host-record=" + domain + ",127.0.0.1\n");
        return Stream.concat(signing, all).collect(joining());
    }

    private static String txt(String name, String... parts) {
        return "txt-record=" + name + Stream.of(parts).map(part -> ",\"" + part + "\"").collect(joining()) + "\n";
    }

    /** Who is refused, with the server's words, by address; everything after a plus is passed over. */
    void refuse(Map<String, String> refusals) throws IOException {
        Files.writeString(home.resolve("postfix/refusals"), refusals.entrySet().stream()
                .map(one -> "/^" + one.getKey().replace(".", "\\.").replace("@", "(\\+[^@]*)?@") + "$/ "
                        + one.getValue() + "\n")
                .sorted().collect(joining()));
    }

    private void folder(String name, String owner) throws IOException {
        Files.createDirectories(home.resolve(name));
        Daemon.run("chown", owner, home.resolve(name).toString());
    }

    private void fill(String template, String file) throws IOException {
        Files.writeString(home.resolve(file), template(template));
    }

    private String template(String name) {
        try (InputStream file = Objects.requireNonNull(Configuration.class.getResourceAsStream(name), name)) {
            String text = new String(file.readAllBytes(), UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("{" + value.getKey() + "}", value.getValue());
            }
            return text;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
