package uk.gov.datashare;

import java.nio.file.Path;
import java.time.LocalDate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import uk.gov.datashare.gateways.GatewayChecker;
import uk.gov.datashare.gateways.SpecifiedPersons;

/** Who may use which power, from the list that the hub ships with or from an operator's own. */
@Configuration
class GatewayConfiguration {

    @Bean
    GatewayChecker gatewayChecker(HubSettings settings) {
        return settings.gateways().specifiedPersons().map(Path::of)
                .map(file -> new GatewayChecker(SpecifiedPersons.of(file, asAt(settings))))
                .orElseGet(GatewayChecker::shipped);
    }

    private static LocalDate asAt(HubSettings settings) {
        return settings.gateways().specifiedPersonsAsAt().map(LocalDate::parse)
                .orElseThrow(() -> new IllegalStateException(
                        "hub.gateways.specified-persons is set, and not which day it shows. Set hub.gateways.specified-persons-as-at"));
    }
}
