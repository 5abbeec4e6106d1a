package uk.gov.datashare.mailserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this machine lacks for a {@link RealMailServer}, in words. */
final class Missing {

    private static final Map<String, String> ALWAYS = Map.of("/usr/sbin/postfix", "postfix", "/usr/sbin/dovecot",
            "dovecot-core, dovecot-imapd and dovecot-lmtpd", "/usr/lib/dovecot/imap", "dovecot-imapd",
            "/usr/lib/dovecot/lmtp", "dovecot-lmtpd", "/usr/sbin/opendkim", "opendkim");
    private static final Map<String, String> FOR_RSPAMD = Map.of("/usr/bin/rspamd", "rspamd", "/usr/sbin/dnsmasq",
            "dnsmasq-base");

    private Missing() {}

    /** Why it cannot be started; empty when it can. */
    static Optional<String> here(Settings.Judge judge) {
        List<String> missing = new ArrayList<>(absent(ALWAYS));
        if (judge == Settings.Judge.RSPAMD) {
            missing.addAll(absent(FOR_RSPAMD));
        }
        if (!missing.isEmpty()) {
            return Optional.of("these packages are not installed: " + String.join(", ", missing));
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("Postfix can be started by root alone, and this is " + System.getProperty("user.name"));
        }
        String dovecot = version();
        return dovecot.startsWith("2.3.")
                ? Optional.empty()
                : Optional.of("its settings are written for Dovecot 2.3, and this is " + dovecot);
    }

    private static List<String> absent(Map<String, String> programs) {
        return programs.entrySet().stream().filter(program -> !Files.isExecutable(Path.of(program.getKey())))
                .map(Map.Entry::getValue).sorted().toList();
    }

    private static String version() {
        try {
            return new String(new ProcessBuilder("/usr/sbin/dovecot", "--version").start().getInputStream()
                    .readAllBytes(), UTF_8).strip();
        } catch (IOException unable) {
            return "one that does not start: " + unable.getMessage();
        }
    }
}
