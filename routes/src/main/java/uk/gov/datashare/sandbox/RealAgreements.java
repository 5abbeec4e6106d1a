package uk.gov.datashare.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

import uk.gov.datashare.contracts.MessageJson;

/**
 * Agreements from the public register of the Digital Economy Act 2017, where a copy of it is at hand. Each is read as who
 * asked whom for what; its dates are moved into the future by a whole number of years, for the hub arranges what is to come.
 */
final class RealAgreements {

    private static final String A_MINISTER_FOR_PENSIONS = "information-sharing-agreement-specified-person-0001:7";
    private static final String SOME_KIND_OF_PERSON = "information-sharing-agreement-specified-person-";

    private RealAgreements() {}

    /**
     * An agreement of the register.
     *
     * @param registerId  its number there
     * @param acquirer    name of who received data
     * @param supplier    name of who gave it
     * @param power       the register's number of the power
     */
    record Agreement(String registerId, String name, String purpose, String benefits, String power, String disclosed,
            String method, Period retention, LocalDate start, LocalDate end, LocalDate review, String acquirer,
            String supplier) {}

    /** Every agreement in the file that names two parties; none where there is no such file. */
    static List<Agreement> in(Path file, LocalDate today) {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try {
            JsonNode register = MessageJson.tree(Files.readAllBytes(file));
            return StreamSupport.stream(register.spliterator(), false).flatMap(entry -> read(entry, today).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the register's agreements in " + file, e);
        }
    }

    private static Optional<Agreement> read(JsonNode entry, LocalDate today) {
        List<String> controllers = parties(entry.path("controllers"));
        List<String> processors = parties(entry.path("processors"));
        String supplier = processors.stream().filter(name -> name.contains("HM ") || name.contains("Licensing"))
                .findFirst()
                .or(() -> controllers.stream().filter(name -> name.contains("Pensions")).findFirst())
                .orElseGet(controllers::getFirst);
        return Stream.concat(controllers.stream(), processors.stream())
                .filter(name -> !name.equals(supplier))
                .findFirst()
                .map(acquirer -> agreement(entry, acquirer, supplier, today));
    }

    private static Agreement agreement(JsonNode entry, String acquirer, String supplier, LocalDate today) {
        LocalDate start = LocalDate.parse(entry.path("startDate").asString());
        LocalDate end = LocalDate.parse(entry.path("endDate").asString());
        LocalDate review = Optional.of(entry.path("reviewDate")).filter(JsonNode::isString)
                .map(date -> LocalDate.parse(date.asString())).filter(date -> date.isAfter(start)).orElse(end);
        Period ahead = Period.ofYears(today.getYear() - start.getYear() + 1);
        return new Agreement(text(entry, "registerId"), text(entry, "name"), text(entry, "purpose"),
                text(entry, "benefits"),
                text(entry, "legalPowerId"), text(entry, "disclosedInformation"), text(entry, "method"),
                Period.parse(text(entry, "retentionPeriod")), start.plus(ahead), end.plus(ahead),
                review.isAfter(end) ? end.plus(ahead) : review.plus(ahead), acquirer, supplier);
    }

    private static String text(JsonNode entry, String field) {
        return entry.path(field).asString("").strip();
    }

    /** Names of those parties that are one body each; a class of bodies that the Act describes cannot be asked. */
    private static List<String> parties(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(party -> !party.path("curie").asString("").startsWith(SOME_KIND_OF_PERSON) || isPensions(party))
                .map(party -> isPensions(party) ? "Department for Work and Pensions" : party.path("name").asString())
                .map(name -> name.equals("EST") ? "Energy Saving Trust" : name)
                .toList();
    }

    private static boolean isPensions(JsonNode party) {
        return party.path("curie").asString("").equals(A_MINISTER_FOR_PENSIONS);
    }

    /** A name as an organisation id. */
    static String slug(String name) {
        return name.toLowerCase(Locale.UK).replace("&", "").replace(" and ", " ").replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
