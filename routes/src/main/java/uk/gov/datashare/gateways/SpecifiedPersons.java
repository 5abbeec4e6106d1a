package uk.gov.datashare.gateways;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import uk.gov.datashare.datafiles.DataFile;
import uk.gov.datashare.datafiles.DataNotUsable;

/**
 * Who is specified for which power of the Digital Economy Act 2017, as a snapshot has it.
 *
 * @param source  where it was taken from
 * @param asAt    the day that it shows
 * @param powers  the gateways that it speaks of, by code
 * @param persons those whom it names
 */
public record SpecifiedPersons(String source, LocalDate asAt, List<String> powers, List<Person> persons) {

    private static final String FILE = "gateways/specified-persons.yaml";

    /** The gateways by the numbers of the public register. */
    private static final Map<String, String> NUMBERS = Map.of("1", "DEA-PSD-MD", "2", "DEA-PSD-FP", "3", "DEA-PSD-WP",
            "4", "DEA-PSD-TV", "5", "DEA-CR", "6", "DEA-DEBT", "7", "DEA-FRAUD");

    /**
     * A person in law, or a kind of persons.
     *
     * @param record  its number in the register
     * @param name    what the law calls it
     * @param powers  codes of the gateways that it is specified for
     */
    public record Person(String record, String name, List<String> powers) {
        public Person {
            requireNonNull(record);
            requireNonNull(name);
            powers = List.copyOf(powers);
        }
    }

    public SpecifiedPersons {
        requireNonNull(source);
        requireNonNull(asAt);
        powers = List.copyOf(powers);
        persons = List.copyOf(persons);
        List<String> known = powers;
        requireThat(persons.stream().map(Person::record).distinct().count() == persons.size(),
                "two persons have the same record number");
        requireThat(persons.stream().map(Person::name).distinct().count() == persons.size(),
                "two persons have the same name");
        persons.forEach(person -> requireThat(known.containsAll(person.powers()),
                "record " + person.record() + " has a power that the list does not speak of"));
        powers.forEach(code -> requireThat(Gateways.known().named(code).isPresent(), code + " is no gateway"));
    }

    /** The snapshot that the hub ships with. */
    public static SpecifiedPersons shipped() {
        return DataFile.read(FILE, SpecifiedPersons.class);
    }

    /**
     * An operator's own snapshot, in the form of the public register.
     *
     * @param asAt the day that it shows, which the file does not say
     * @throws DataNotUsable when it is not in that form
     */
    public static SpecifiedPersons of(Path file, LocalDate asAt) {
        try {
            Register register = DataFile.parse(file.toString(), Files.readString(file), Register.class);
            return new SpecifiedPersons(file.getFileName().toString(), asAt,
                    register.powers().keySet().stream().map(SpecifiedPersons::code).sorted().toList(),
                    register.specifiedPersons().stream().map(Entry::person).toList());
        } catch (IllegalArgumentException wrong) {
            throw new DataNotUsable(file.toString(), wrong.getMessage() + ".");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** The person whom the law calls so. */
    Optional<Person> named(String name) {
        return Optional.ofNullable(byName().get(name));
    }

    private Map<String, Person> byName() {
        return persons.stream().collect(toUnmodifiableMap(Person::name, Function.identity()));
    }

    private static String code(String number) {
        return Optional.ofNullable(NUMBERS.get(number)).orElseThrow(() -> new IllegalArgumentException(
                "it has a power numbered " + number + ", which the hub does not know"));
    }

    private static void requireThat(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException(fault);
        }
    }

    record Register(Map<String, String> powers, List<Entry> specifiedPersons) {
        Register {
            requireNonNull(powers, "powers are missing");
            requireNonNull(specifiedPersons, "specifiedPersons are missing");
            requireThat(!powers.isEmpty() && !specifiedPersons.isEmpty(), "powers or specifiedPersons is empty");
        }
    }

    record Entry(String id, String name, List<Integer> powers) {
        Entry {
            requireNonNull(id, "a person has no id");
            requireNonNull(name, "a person has no name");
            powers = List.copyOf(powers);
        }

        Person person() {
            return new Person(id, name.strip(), powers.stream().map(power -> code(power.toString())).toList());
        }
    }
}
