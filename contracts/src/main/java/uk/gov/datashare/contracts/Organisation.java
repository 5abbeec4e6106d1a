package uk.gov.datashare.contracts;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * An organisation as the central registry knows it: who is who, who may say yes, who owns what.
 *
 * @param id                stable short name, GOV.UK's slug where there is one
 * @param version           one more at each change
 * @param name              full name
 * @param abbreviation      what it is called for short
 * @param type              what kind of body
 * @param status            whether it takes part
 * @param supersededBy      its successors, after a change of the machinery of government
 * @param calendar          whose bank holidays it keeps
 * @param sectors           fields that bring rules of their own
 * @param emailDomains      domains that its people write from
 * @param requestMailbox    its team mailbox, where requests go if no role fits
 * @param roles             who holds which role
 * @param escalationContact personId of who is asked when a role is vacant or silent
 * @param people            its role holders
 * @param assets            the data assets that it owns
 * @param policies          its own choices
 * @param aliases           other names by which it is known
 * @param curies            its ids in the government's registers, such as {@code government-organisation:D10}
 * @param contentId         its content id on GOV.UK
 * @param parent            organisation id of the body that it belongs to
 * @param jurisdictions     the nations that it acts for
 * @param competentAuthority whether it is one for law enforcement (Data Protection Act 2018, Schedule 7)
 * @param rules             rules of its own, which add to those of law and policy
 * @param questions         what it asks of everybody who wants its data
 */
@JsonTypeName("organisation.updated.v1")
public record Organisation(String id, int version, String name, Optional<String> abbreviation, Type type, Status status,
        List<String> supersededBy, Calendar calendar, List<Sector> sectors, List<String> emailDomains,
        String requestMailbox, List<RoleHolding> roles, String escalationContact, List<RoleHolder> people,
        List<DataAsset> assets, Policies policies, List<String> aliases, List<String> curies,
        Optional<String> contentId, Optional<String> parent, List<Jurisdiction> jurisdictions,
        @OrFalse boolean competentAuthority, List<OwnRule> rules, List<Question> questions) {

    /** Kinds of public body, as GOV.UK lists them, and the others that take part. */
    public enum Type {
        MINISTERIAL_DEPARTMENT, NON_MINISTERIAL_DEPARTMENT, EXECUTIVE_AGENCY, EXECUTIVE_NDPB, ADVISORY_NDPB, PUBLIC_CORPORATION, DEVOLVED_ADMINISTRATION, LOCAL_AUTHORITY, NHS_BODY, POLICE, CENTRAL_BODY, OTHER;

        /** Whether such a body is a public authority in the sense of UK GDPR Article 6(1), last sentence. */
        public boolean publicAuthority() {
            return this != OTHER;
        }
    }

    /** Whether an organisation takes part. */
    public enum Status {
        /** Known, and not yet able to take part: nobody holds its roles. */
        APPLIED, ACTIVE, SUSPENDED, CLOSED, SUPERSEDED
    }

    /** Whose bank holidays count: the three of the United Kingdom. */
    public enum Calendar {
        ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND
    }

    /** The nations of the United Kingdom. */
    public enum Jurisdiction {
        ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND
    }

    /** Fields that bring rules of their own. */
    public enum Sector {
        HEALTH, JUSTICE, EDUCATION, TAX, STATISTICS, POLICING
    }

    /**
     * Who holds a role.
     *
     * @param role    the role
     * @param holder  personId
     * @param backups personIds in the order in which they are asked
     */
    public record RoleHolding(Role role, String holder, List<String> backups) {
        public RoleHolding {
            requireNonNull(role);
            requireNonNull(holder);
            backups = Absent.orEmpty(backups);
        }
    }

    /** How somebody wants to be asked. */
    public enum LettersChoice {
        /** In a letter for each task, at once. */
        EACH,
        /** In one letter a working day, with their open tasks numbered. */
        DAILY_DIGEST
    }

    /**
     * A person who may be asked; the only place where a name and an address stand.
     *
     * @param personId registry id, by which everything else names them
     * @param name     as they sign
     * @param email    where they are reached
     * @param position what they are
     * @param until    last day in the post, if it is known
     * @param letters  how they want to be asked; {@link LettersChoice#EACH} if they have not said
     */
    public record RoleHolder(String personId, String name, String email, String position, Optional<LocalDate> until,
            Optional<LettersChoice> letters) {
        public RoleHolder {
            requireNonNull(personId);
            requireNonNull(name);
            requireNonNull(email);
            requireNonNull(position);
            requireNonNull(until);
            requireNonNull(letters);
        }

        /** Somebody who has not said how they want to be asked. */
        public RoleHolder(String personId, String name, String email, String position, Optional<LocalDate> until) {
            this(personId, name, email, position, until, Optional.empty());
        }

        /** Whether they want their tasks in one letter a day. */
        public boolean wantsDigest() {
            return letters.equals(Optional.of(LettersChoice.DAILY_DIGEST));
        }
    }

    /**
     * A data asset that can be asked for.
     *
     * @param assetId          its id, at most 50 characters
     * @param title            what it is called
     * @param description      what it holds
     * @param owner            personId of its information asset owner; empty where the organisation's data owner decides
     * @param containsPersonal whether it holds personal data
     * @param health           whether it is health or social care data
     * @param essential        whether it is an essential shared data asset
     * @param classification   its tier, if the owner has said
     * @param sensitive        whether it is marked -SENSITIVE
     * @param accessRights     who may see it without an arrangement, if the owner has said
     * @param licence          under which licence its open part is published
     * @param updateFrequency  how often it changes, by the last part of a Dublin Core frequency, such as {@code monthly}
     * @param themes           what it is about, broadly
     * @param keywords         what it is found by
     * @param dictionary       the items of data that it holds
     * @param questions        what its owner asks of everybody who wants it
     * @param modified         when its content last changed, if that is known
     */
    public record DataAsset(String assetId, String title, String description, Optional<String> owner,
            boolean containsPersonal, boolean health, boolean essential,
            Optional<Security.Classification> classification,
            @OrFalse boolean sensitive, Optional<AccessRights> accessRights, Optional<String> licence,
            Optional<String> updateFrequency, List<String> themes, List<String> keywords,
            List<DictionaryEntry> dictionary, List<Question> questions, Optional<LocalDate> modified) {
        public DataAsset {
            requireNonNull(assetId);
            requireNonNull(title);
            requireNonNull(description);
            requireNonNull(owner);
            requireNonNull(classification);
            requireNonNull(accessRights);
            requireNonNull(licence);
            requireNonNull(updateFrequency);
            themes = Absent.orEmpty(themes);
            keywords = Absent.orEmpty(keywords);
            dictionary = Absent.orEmpty(dictionary);
            questions = Absent.orEmpty(questions);
            requireNonNull(modified);
        }
    }

    /**
     * An organisation's own choices.
     *
     * @param dpoBinding            whether its DPO's view binds, beyond advice
     * @param slaWorkingDays        working days for an answer where they differ from the hub's default; keyed by role
     * @param absence               what becomes of a task whose holder is away or not reached; empty for {@link Absence#USUAL}
     */
    public record Policies(boolean dpoBinding, Map<Role, Integer> slaWorkingDays, Optional<Absence> absence) {
        public Policies {
            slaWorkingDays = Absent.orEmpty(slaWorkingDays);
            requireNonNull(absence);
        }
    }

    public Organisation {
        OrganisationId.checked(id);
        requireNonNull(name);
        requireNonNull(abbreviation);
        requireNonNull(type);
        requireNonNull(status);
        supersededBy = Absent.orEmpty(supersededBy);
        requireNonNull(calendar);
        sectors = Absent.orEmpty(sectors);
        emailDomains = Absent.orEmpty(emailDomains);
        requireNonNull(requestMailbox);
        roles = Absent.orEmpty(roles);
        requireNonNull(escalationContact);
        people = Absent.orEmpty(people);
        assets = Absent.orEmpty(assets);
        requireNonNull(policies);
        aliases = Absent.orEmpty(aliases);
        curies = Absent.orEmpty(curies);
        requireNonNull(contentId);
        requireNonNull(parent);
        jurisdictions = Absent.orEmpty(jurisdictions);
        rules = Absent.orEmpty(rules);
        questions = Absent.orEmpty(questions);
    }

    /** An organisation that has neither other names and ids nor rules and questions of its own. */
    public Organisation(String id, int version, String name, Optional<String> abbreviation, Type type, Status status,
            List<String> supersededBy, Calendar calendar, List<Sector> sectors, List<String> emailDomains,
            String requestMailbox, List<RoleHolding> roles, String escalationContact, List<RoleHolder> people,
            List<DataAsset> assets, Policies policies) {
        this(id, version, name, abbreviation, type, status, supersededBy, calendar, sectors, emailDomains,
                requestMailbox, roles, escalationContact, people, assets, policies, List.of(), List.of(),
                Optional.empty(), Optional.empty(), List.of(), false, List.of(), List.of());
    }

    /** Whether it has been taken in; one that has only applied is known by name, and nothing is asked of it or by it. */
    public boolean takesPart() {
        return status != Status.APPLIED;
    }

    /** Who holds this role here, if anybody does. */
    public Optional<RoleHolding> holding(Role role) {
        return roles.stream().filter(holding -> holding.role() == role).findFirst();
    }

    /** The person of this id, if they are one of this organisation's. */
    public Optional<RoleHolder> person(String personId) {
        return people.stream().filter(person -> person.personId().equals(personId)).findFirst();
    }

    /** The asset of this id, if this organisation owns it. */
    public Optional<DataAsset> asset(String assetId) {
        return assets.stream().filter(asset -> asset.assetId().equals(assetId)).findFirst();
    }
}
