package uk.gov.datashare.publication;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import uk.gov.datashare.connectors.backbone.Received;
import uk.gov.datashare.contracts.ApprovalPlan.Side;
import uk.gov.datashare.contracts.Arrangement;
import uk.gov.datashare.contracts.Arrangement.Signature;
import uk.gov.datashare.contracts.Memorandum;
import uk.gov.datashare.contracts.Memorandum.Approval;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.MessageTypes;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.Security;
import uk.gov.datashare.contracts.ShareEvent.DecisionTaken.Outcome;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.contracts.Topics;

/** Agreed arrangements for tests, made from a sample request. */
final class AgreedShares {

    static final Instant AGREED = Instant.parse("2026-07-01T10:30:00Z");

    private AgreedShares() {}

    static Arrangement arrangement(String id, int version, Arrangement.Status status) {
        return arrangement(id, version, status, proposal().title());
    }

    static Arrangement arrangement(String id, int version, Arrangement.Status status, String title) {
        return arrangement(version, status, memorandum(id, title, proposal().security()));
    }

    /** What should never have got this far. */
    static Arrangement secret(String id) {
        return arrangement(1, Arrangement.Status.ACTIVE,
                memorandum(id, "Not for these eyes", new Security(Security.Classification.SECRET, false, List.of())));
    }

    private static Arrangement arrangement(int version, Arrangement.Status status, Memorandum memorandum) {
        return new Arrangement(memorandum.arrangementId(), version, status, memorandum, MessageJson.hash(memorandum),
                List.of(new Signature("nhs-england", AGREED, "e".repeat(64))), "c".repeat(64), AGREED);
    }

    private static Memorandum memorandum(String id, String title, Security security) {
        Proposal proposal = proposal();
        return new Memorandum(id, "DSR" + id.substring(3), 1, Memorandum.Instrument.DATA_SHARING_AGREEMENT, title,
                proposal.plainSummary(),
                List.of(new Party("gloucestershire-county-council", "Gloucestershire County Council", Side.ACQUIRER),
                        new Party("nhs-england", "NHS England", Side.SUPPLIER)),
                proposal.data(), proposal.purpose(), proposal.legal(), proposal.dataProtection(), security,
                proposal.delivery(), proposal.terms(), List.of("Small numbers are suppressed before publication."),
                List.of(new Approval("nhs-england", Role.CALDICOTT_GUARDIAN, Outcome.APPROVE_WITH_CONDITIONS, AGREED)),
                AGREED);
    }

    static Proposal proposal() {
        try (InputStream json = AgreedShares.class.getResourceAsStream("/samples/e-hospital-episodes.json")) {
            return MessageJson.read(requireNonNull(json).readAllBytes(), ShareRequest.class).proposal();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The record with which an arrangement stands on its topic. */
    static Received record(Arrangement arrangement) {
        return record(arrangement.arrangementId(), Optional.of(MessageJson.write(arrangement)));
    }

    /** The record with which it is taken out. */
    static Received tombstone(String arrangementId) {
        return record(arrangementId, Optional.empty());
    }

    private static Received record(String key, Optional<byte[]> value) {
        Map<String, String> headers = Map.of("ce_specversion", "1.0", "ce_id", "e1", "ce_source", "urn:test", "ce_type",
                MessageTypes.ARRANGEMENT_PUBLISHED, "ce_subject", key, "content-type", "application/json");
        return new Received(Topics.ARRANGEMENTS.name(), 0, 0, AGREED, Optional.of(key), headers, value);
    }
}
