package uk.gov.datashare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import uk.gov.datashare.connectors.backbone.BackboneSettings;

/**
 * What an operator may set, under {@code hub.}: with none of it, the hub keeps broker and mail server in its own process.
 *
 * @param dataFolder where all that must outlive a restart is kept
 * @param kafka      the backbone
 * @param mail       the hub as a correspondent
 * @param registry   who is who
 * @param gateways   who may use which power
 * @param key        the secret behind reply addresses, at least 32 bytes in Base64; empty to make one in the data folder.
 *                   Hubs of one cluster share it
 */
@ConfigurationProperties("hub")
public record HubSettings(@DefaultValue(".hub-data") String dataFolder, @DefaultValue Kafka kafka,
        @DefaultValue Mail mail,
        @DefaultValue Registry registry, @DefaultValue Gateways gateways, Optional<String> key) {

    /**
     * The backbone.
     *
     * @param bootstrapServers  the cluster, {@code host:port} with commas; empty for a broker in this process
     * @param embeddedPort      the loopback port of that broker; 0 for a free one
     * @param partitions        partitions of topics with keys, fixed for life at their creation
     * @param replicationFactor copies of each record
     * @param instanceName      stable name of this hub among those that share a cluster
     * @param client            further client properties, security among them; never shown
     */
    public record Kafka(Optional<String> bootstrapServers, @DefaultValue("0") int embeddedPort,
            @DefaultValue("6") int partitions,
            @DefaultValue("1") int replicationFactor, Optional<String> instanceName,
            @DefaultValue Map<String, String> client) {}

    /**
     * The hub as a correspondent.
     *
     * @param domain the domain of its addresses
     * @param name   the name that readers see
     * @param imap   the mailbox to which replies come
     * @param contentUpTo up to which marking a letter shows what a request says, beyond its title and its parties
     * @param archive the mailbox for copies of letters
     */
    public record Mail(@DefaultValue("datashare.example.invalid") String domain,
            @DefaultValue("Data-share hub") String name,
            @DefaultValue Imap imap, @DefaultValue("OFFICIAL") Marking contentUpTo,
            @DefaultValue Archive archive) {

        /** Markings of what the hub carries. */
        public enum Marking {
            OFFICIAL, OFFICIAL_SENSITIVE
        }
    }

    /**
     * The mailbox for copies of letters, by which the hub knows after a crash which have left.
     *
     * @param mode           whether there is one
     * @param address        its address, local to the mail server
     * @param host           where it is read; the server of replies unless set
     * @param port           the port there; that of replies unless set
     * @param user           whom to log in as; as for replies unless set
     * @param password       the password; never shown
     * @param tls            whether the connection is encrypted from the start; as for replies unless set
     * @param folder         the folder that copies come to; INBOX for a user of its own, else Archive
     * @param deliveredWithin how long after taking a letter the mail server may take to put the copy there
     * @param keptFor        after how long a copy is deleted
     */
    public record Archive(@DefaultValue("mailbox") Mode mode, Optional<String> address, Optional<String> host,
            Optional<Integer> port, Optional<String> user, Optional<String> password, Optional<Boolean> tls,
            Optional<String> folder, @DefaultValue("60s") Duration deliveredWithin,
            @DefaultValue("30d") Duration keptFor) {

        /** Whether copies are kept. */
        public enum Mode {
            /** In a mailbox. */
            MAILBOX,
            /** Nowhere: a letter that was under way when the hub was killed may go twice. */
            NONE
        }

        /** Everything but the password. */
        @Override
        public String toString() {
            return "Archive[" + mode + ", " + host.orElse("as for replies") + "]";
        }
    }

    /**
     * The mailbox to which replies come.
     *
     * @param host     its server; empty for the mail server in this process
     * @param port     its port
     * @param user     whom to log in as
     * @param password the password; never shown
     * @param tls      whether the connection is encrypted from the start
     * @param poll     how long to wait between two looks
     */
    public record Imap(Optional<String> host, @DefaultValue("993") int port, @DefaultValue("approvals") String user,
            Optional<String> password, @DefaultValue("true") boolean tls, @DefaultValue("5s") Duration poll) {

        /** Everything but the password. */
        @Override
        public String toString() {
            return "Imap[" + user + "@" + host.orElse("embedded") + ":" + port + "]";
        }
    }

    /**
     * Who is who.
     *
     * @param file organisations to fill the registry with, where it does not know them or knows an older version; empty
     *             for those that the hub ships with
     */
    public record Registry(Optional<String> file) {}

    /**
     * Who may use which power.
     *
     * @param specifiedPersons     a list in the form of the public register; empty for the one that the hub ships with
     * @param specifiedPersonsAsAt the day that this list shows, such as 2026-11-01; needed with it
     */
    public record Gateways(Optional<String> specifiedPersons, Optional<String> specifiedPersonsAsAt) {}

    /** The data folder as a path. As a setting it is text: Spring takes a path like {@code ../data} for a web resource. */
    public Path folder() {
        return Path.of(dataFolder);
    }

    BackboneSettings backbone() {
        return new BackboneSettings(kafka.bootstrapServers(), folder(), kafka.embeddedPort(), kafka.partitions(),
                kafka.replicationFactor(), kafka.instanceName(), kafka.client());
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "HubSettings[dataFolder=" + dataFolder + ", mail=" + mail + ", registry=" + registry + "]";
    }
}
