package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The arrangement that is proposed, section by section: exactly what approvers approve, and what an agreed arrangement
 * freezes. Its content hash is SHA-256 over its canonical JSON (RFC 8785).
 *
 * @param title          at most 200 characters
 * @param plainSummary   plain English for the public, at most 600 characters
 * @param impactIfRefused what would happen without the data; seen by approvers only
 * @param parties        who would share what with whom
 * @param data           which data
 * @param purpose        what for
 * @param legal          under which power
 * @param dataProtection under which lawful basis; needed for personal data
 * @param dpia           the data protection impact assessment; needed for personal data, seen by approvers only
 * @param security       how it is classified
 * @param delivery       how it travels
 * @param terms          for how long, and what happens afterwards
 */
public record Proposal(String title, String plainSummary, String impactIfRefused, Parties parties, Data data,
        Purpose purpose, Legal legal, Optional<DataProtection> dataProtection, Optional<Dpia> dpia, Security security,
        Delivery delivery, Terms terms) {

    /**
     * Who would share what with whom.
     *
     * @param acquirer        organisation id of who asks
     * @param suppliers       organisation ids of who is asked
     * @param othersNeedAccess whether anybody else would see the data
     * @param otherRecipients organisation ids of those others
     * @param processors      who processes for whom
     */
    public record Parties(String acquirer, List<String> suppliers, boolean othersNeedAccess,
            List<String> otherRecipients,
            List<Processor> processors) {
        public Parties {
            requireNonNull(acquirer);
            suppliers = Absent.orEmpty(suppliers);
            otherRecipients = Absent.orEmpty(otherRecipients);
            processors = Absent.orEmpty(processors);
        }

        /** Every organisation that must agree: acquirer, suppliers, other recipients, each once and in that order. */
        public List<String> all() {
            return Stream.of(Stream.of(acquirer), suppliers.stream(), otherRecipients.stream())
                    .flatMap(ids -> ids)
                    .distinct()
                    .toList();
        }
    }

    /**
     * Who processes personal data on a controller's behalf (UK GDPR Article 28).
     *
     * @param name       the processor, a registry id or a plain name
     * @param onBehalfOf organisation id of the controller
     */
    public record Processor(String name, String onBehalfOf) {
        public Processor {
            requireNonNull(name);
            requireNonNull(onBehalfOf);
        }
    }

    public Proposal {
        requireNonNull(title);
        requireNonNull(plainSummary);
        requireNonNull(impactIfRefused);
        requireNonNull(parties);
        requireNonNull(data);
        requireNonNull(purpose);
        requireNonNull(legal);
        requireNonNull(dataProtection);
        requireNonNull(dpia);
        requireNonNull(security);
        requireNonNull(delivery);
        requireNonNull(terms);
    }

    /** SHA-256 over the canonical JSON of each section, in their order: what a yes that covers a section is bound to. */
    public Map<Section, String> sectionHashes() {
        return Section.hashes(this);
    }
}
