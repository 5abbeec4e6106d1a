package uk.gov.datashare.process;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Party;
import uk.gov.datashare.contracts.Role;
import uk.gov.datashare.contracts.Section;
import uk.gov.datashare.contracts.ShareEvent.RequestSubmitted;
import uk.gov.datashare.contracts.ShareRequest.ExternalRef;
import uk.gov.datashare.contracts.ShareRequest.RequestType;

/**
 * What a case in hand is about: whose it is, and which content of it counts.
 *
 * @param requestId      the case
 * @param organisationId who asks
 * @param externalRef    their own reference
 * @param version        the version that counts
 * @param parties        who takes part
 * @param contentHash    hash of the proposal that approvers are shown
 * @param documentHash   hash of the memorandum that signatories are shown, once there is one
 * @param earlier        the versions before this one, newest last; at most {@value #MOST_EARLIER}
 * @param looksVacant    who was reported because their role looks vacant, each once
 * @param accedesTo      the arrangement that the acquirer joins, where the request is an accession
 * @param subject        what this version asks for, for the next to be held against
 */
public record Dossier(String requestId, String organisationId, ExternalRef externalRef, int version,
        List<Party> parties, String contentHash, Optional<String> documentHash, List<Earlier> earlier,
        List<Vacancy> looksVacant, Optional<String> accedesTo, Subject subject) {

    /** So many versions are remembered, to tell a late reply that it is about an old one. */
    static final int MOST_EARLIER = 20;

    /**
     * A version that does not count any more.
     *
     * @param version      which
     * @param contentHash  what its approvers were shown
     * @param documentHash what its signatories were shown, if it came so far
     */
    public record Earlier(int version, String contentHash, Optional<String> documentHash) {
        public Earlier {
            requireNonNull(contentHash);
            requireNonNull(documentHash);
        }
    }

    /**
     * A role that looked vacant.
     *
     * @param organisationId whose
     * @param role           which
     * @param holder         personId of who was asked in it
     */
    public record Vacancy(String organisationId, Role role, String holder) {
        public Vacancy {
            requireNonNull(organisationId);
            requireNonNull(role);
            requireNonNull(holder);
        }
    }

    /**
     * What a version asks for, as far as a later version is held against it. Empty of sections for a case that was stored before
     * they were kept: nothing is carried from there.
     *
     * @param requestType          what kind of arrangement is sought
     * @param relatedArrangementId the arrangement that it is about, if there is one
     * @param accompaniment        hash of what goes to approvers beside the proposal
     * @param sensitive            whether it is handled as sensitive, on which the ways of answering depend
     * @param sections             hash of each section of its proposal
     */
    public record Subject(Optional<RequestType> requestType, Optional<String> relatedArrangementId,
            Optional<String> accompaniment, boolean sensitive, Map<Section, String> sections) {

        static final Subject UNKNOWN = new Subject(Optional.empty(), Optional.empty(), Optional.empty(),
                false, Map.of());

        public Subject {
            requireNonNull(requestType);
            requireNonNull(relatedArrangementId);
            requireNonNull(accompaniment);
            sections = orEmpty(sections);
        }

        static Subject of(RequestSubmitted e) {
            return new Subject(Optional.of(e.requestType()), e.relatedArrangementId(),
                    e.accompaniment().map(MessageJson::hash), e.proposal().security().sensitive(),
                    e.proposal().sectionHashes());
        }

        Optional<String> hash(Section section) {
            return Optional.ofNullable(sections.get(section));
        }

        boolean isSameKindAs(Subject other) {
            return requestType.equals(other.requestType) && relatedArrangementId.equals(other.relatedArrangementId)
                    && accompaniment.equals(other.accompaniment) && sensitive == other.sensitive;
        }

        /** A case that was stored before subjects were kept has none. */
        static Subject orUnknown(@Nullable Subject maybe) {
            return maybe == null ? UNKNOWN : maybe;
        }

        private static Map<Section, String> orEmpty(@Nullable Map<Section, String> maybe) {
            return maybe == null ? Map.of() : Map.copyOf(maybe);
        }
    }

    public Dossier {
        requireNonNull(requestId);
        requireNonNull(organisationId);
        requireNonNull(externalRef);
        parties = Tasks.orEmpty(parties);
        requireNonNull(contentHash);
        requireNonNull(documentHash);
        earlier = Tasks.orEmpty(earlier);
        looksVacant = Tasks.orEmpty(looksVacant);
        requireNonNull(accedesTo);
        subject = Subject.orUnknown(subject);
    }

    /** The hash that a task's holder is shown, and that their token is bound to. */
    String shownTo(Task task) {
        return task.signs() ? documentHash.orElse(contentHash) : contentHash;
    }

    /** The same case once its document is frozen. */
    Dossier issued(String hash) {
        return new Dossier(requestId, organisationId, externalRef, version, parties, contentHash, Optional.of(hash),
                earlier, looksVacant, accedesTo, subject);
    }

    /** The same case once this was reported. */
    Dossier reported(Vacancy vacancy) {
        return new Dossier(requestId, organisationId, externalRef, version, parties, contentHash, documentHash,
                earlier, Stream.concat(looksVacant.stream(), Stream.of(vacancy)).toList(), accedesTo, subject);
    }

    /** This version and those before it, as a later version remembers them. */
    List<Earlier> asEarlier() {
        List<Earlier> all = Stream
                .concat(earlier.stream(), Stream.of(new Earlier(version, contentHash, documentHash)))
                .toList();
        return all.subList(Math.max(0, all.size() - MOST_EARLIER), all.size());
    }

    /** The little that is kept once nobody is needed any more. */
    Share.Outline outline() {
        return new Share.Outline(requestId, organisationId, externalRef, version);
    }
}
