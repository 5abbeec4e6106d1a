package uk.gov.datashare.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import uk.gov.datashare.Sample;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.Proposal;
import uk.gov.datashare.contracts.ShareRequest;
import uk.gov.datashare.datafiles.DataNotUsable;

/** Who may use which power: yes, no with what remains, or that the list cannot tell. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GatewayCheckerTest {

    private static final LocalDate SNAPSHOT = LocalDate.of(2018, 11, 1);
    private static final Path REGISTER = Path.of("../../shared/data/dea-specified-persons.json");

    private final GatewayChecker checker = GatewayChecker.shipped();

    @Test
    void a_department_is_specified_through_its_minister() {
        assertThat(verdict("department-for-work-pensions", "DEA-PSD-FP")).isInstanceOf(Verdict.Yes.class)
                .extracting(Verdict::inWords).asString()
                .contains("record 7", "Secretary of State for Work and Pensions", "2018-11-01");
    }

    @Test
    void whom_the_list_names_for_other_powers_only_gets_a_no_with_what_remains() {
        assertThat(verdict("department-for-transport", "DEA-PSD-FP"))
                .isInstanceOfSatisfying(Verdict.No.class, no -> {
                    assertThat(no.options()).containsExactly("DEA-CR", "DEA-DEBT", "DEA-FRAUD");
                    assertThat(no.basis().record()).contains("record 10");
                });
    }

    @Test
    void about_whom_the_list_does_not_name_it_cannot_tell() {
        assertThat(verdict("companies-house", "DEA-FRAUD")).isInstanceOf(Verdict.CannotTell.class)
                .extracting(Verdict::inWords).asString().contains("part of department-for-business-and-trade");
        assertThat(verdict("hm-treasury", "DEA-FRAUD")).isInstanceOf(Verdict.CannotTell.class);
        assertThat(verdict("nobody-knows-it", "DEA-FRAUD").basis().asAt()).isEqualTo(SNAPSHOT);
    }

    @Test
    void about_who_took_over_or_may_be_of_a_kind_it_cannot_tell() {
        assertThat(verdict("department-for-energy-security-and-net-zero", "DEA-FRAUD"))
                .isInstanceOf(Verdict.CannotTell.class).extracting(Verdict::inWords).asString()
                .contains("a body before it", "record 6");
        assertThat(verdict("shell-energy", "DEA-PSD-FP")).isInstanceOf(Verdict.CannotTell.class)
                .extracting(Verdict::inWords).asString().contains("a kind of bodies", "record 94");
        assertThat(verdict("glasgow-city-council", "DEA-FRAUD")).isInstanceOf(Verdict.CannotTell.class);
    }

    @Test
    void of_powers_that_know_no_list_or_are_newer_it_cannot_tell() {
        for (String code : new String[]{"DEA-RES", "DEA-STAT", "DEA-PSD-IDV", "WRA-127"}) {
            assertThat(verdict("hm-revenue-customs", code)).as(code).isInstanceOf(Verdict.CannotTell.class);
        }
    }

    @Test
    void every_counterpart_is_on_the_list() {
        assertThat(Counterparts.shipped().counterparts()).isNotEmpty().doesNotHaveDuplicates()
                .allSatisfy(pair -> assertThat(SpecifiedPersons.shipped().named(pair.person())).isPresent());
    }

    @Test
    void the_shipped_list_says_what_the_register_says() {
        assumeTrue(Files.isReadable(REGISTER), "the public register's file is not at hand");
        SpecifiedPersons register = SpecifiedPersons.of(REGISTER, SNAPSHOT);
        assertThat(register.persons()).hasSize(96).containsAll(SpecifiedPersons.shipped().persons());
    }

    @Test
    void a_list_with_a_fault_is_refused_by_name(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("list.json"), """
                {"powers": {"8": "A new power"}, "specifiedPersons": []}""");
        assertThatThrownBy(() -> SpecifiedPersons.of(file, SNAPSHOT)).isInstanceOf(DataNotUsable.class)
                .hasMessageContaining("list.json").hasMessageContaining("cannot be used");
        Files.writeString(file, "{\"powers\": {\"7\": \"Fraud\"}, \"people\": []}");
        assertThatThrownBy(() -> SpecifiedPersons.of(file, SNAPSHOT)).isInstanceOf(DataNotUsable.class)
                .hasMessageContaining("ersons");
    }

    private Verdict verdict(String party, String gateway) {
        Proposal proposal = MessageJson.read(Sample.of("d-fuel-poverty")
                .with("/proposal/parties", "{\"acquirer\": \"" + party + "\", \"suppliers\": [\"" + party
                        + "\"], \"othersNeedAccess\": false, \"otherRecipients\": [], \"processors\": []}")
                .with("/proposal/legal/powers/0/code", "\"" + gateway + "\"")
                .with("/proposal/legal/powers/1/code", "\"" + gateway + "\"").json(), ShareRequest.class).proposal();
        return checker.check(proposal, Sample.registry()).getFirst();
    }
}
