package uk.gov.datashare.connectors.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.Organisation.RoleHolder;
import uk.gov.datashare.contracts.Role;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SeedTest {

    private static final Set<Role> EVERYBODY_NEEDS = Set.of(Role.DATA_SHARE_LEAD, Role.DATA_COORDINATOR,
            Role.DATA_OWNER,
            Role.DPO, Role.SIRO, Role.LEGAL, Role.SECURITY, Role.FOI, Role.SIGNATORY);
    private static final Set<Role> CENTRAL = Set.of(Role.DEA_REVIEW_BOARD, Role.MINISTER, Role.DEA_PSD_SECRETARIAT,
            Role.GRO_REGISTRAR, Role.UKSA_RAP, Role.CONFIDENTIALITY_ADVISORY_GROUP, Role.CENTRAL_REGISTRAR);

    private final List<Organisation> seed = RegistryFile.seed();
    private final Registry registry = Registry.of(seed);

    @Test
    void it_has_more_than_thirty_organisations_of_many_kinds() {
        assertThat(seed).hasSizeGreaterThan(34);
        assertThat(seed).extracting(Organisation::type).contains(Organisation.Type.MINISTERIAL_DEPARTMENT,
                Organisation.Type.NON_MINISTERIAL_DEPARTMENT, Organisation.Type.EXECUTIVE_AGENCY,
                Organisation.Type.DEVOLVED_ADMINISTRATION, Organisation.Type.LOCAL_AUTHORITY,
                Organisation.Type.NHS_BODY);
        assertThat(seed).extracting(Organisation::calendar).contains(Organisation.Calendar.values());
        assertThat(seed).extracting(Organisation::status).contains(Organisation.Status.SUPERSEDED,
                Organisation.Status.SUSPENDED);
    }

    @Test
    void each_says_for_which_nations_it_acts_and_each_asset_how_it_is_classified() {
        assertThat(seed).allSatisfy(each -> {
            assertThat(each.jurisdictions()).as(each.id()).isNotEmpty();
            assertThat(each.assets()).allSatisfy(asset -> {
                assertThat(asset.classification()).isPresent();
                assertThat(asset.accessRights()).isPresent();
                assertThat(asset.updateFrequency()).isPresent();
            });
        });
        assertThat(seed).filteredOn(Organisation::competentAuthority).extracting(Organisation::id)
                .contains("home-office", "metropolitan-police-service", "crown-prosecution-service")
                .doesNotContain("ordnance-survey", "manchester-city-council");
    }

    @Test
    void nobody_in_it_can_be_reached_by_real_mail() {
        assertThat(registry.organisations()).allSatisfy(organisation -> {
            assertThat(organisation.requestMailbox()).endsWith(".example.invalid");
            assertThat(organisation.people()).extracting(RoleHolder::email)
                    .allMatch(address -> address.endsWith(".example.invalid"));
        });
    }

    @Test
    void only_these_roles_are_vacant_so_that_the_way_round_a_vacancy_is_walked() {
        List<String> vacant = new ArrayList<>();
        for (Organisation organisation : registry.organisations()) {
            if (organisation.type() != Organisation.Type.CENTRAL_BODY) {
                EVERYBODY_NEEDS.stream().filter(role -> organisation.holding(role).isEmpty())
                        .forEach(role -> vacant.add(organisation.id() + " " + role));
            }
        }
        assertThat(vacant).containsExactlyInAnyOrder("carmarthenshire-county-council LEGAL",
                "wealden-district-council SECURITY",
                "manchester-city-council FOI", "department-of-finance-northern-ireland FOI");
    }

    @Test
    void each_central_role_is_held_by_one_central_body() {
        assertThat(CENTRAL).allSatisfy(role -> assertThat(registry.organisations())
                .filteredOn(organisation -> organisation.type() == Organisation.Type.CENTRAL_BODY)
                .filteredOn(organisation -> organisation.holding(role).isPresent())
                .hasSize(1));
    }

    @Test
    void every_health_body_that_takes_part_has_a_Caldicott_Guardian() {
        assertThat(registry.organisations())
                .filteredOn(organisation -> organisation.status() == Organisation.Status.ACTIVE)
                .filteredOn(organisation -> organisation.sectors().contains(Organisation.Sector.HEALTH))
                .isNotEmpty()
                .allMatch(organisation -> organisation.holding(Role.CALDICOTT_GUARDIAN).isPresent());
    }

    @Test
    void whoever_a_vacancy_falls_to_holds_no_role_that_is_asked() {
        assertThat(registry.organisations()).allSatisfy(organisation -> assertThat(organisation.roles())
                .filteredOn(holding -> EVERYBODY_NEEDS.contains(holding.role()))
                .noneMatch(holding -> holding.holder().equals(organisation.escalationContact())
                        || holding.backups().contains(organisation.escalationContact())));
    }
}
