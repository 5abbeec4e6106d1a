package uk.gov.datashare.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import uk.gov.datashare.connectors.backbone.BackboneException;
import uk.gov.datashare.connectors.registry.GovukImport;
import uk.gov.datashare.connectors.registry.InvalidRegistryException;
import uk.gov.datashare.connectors.registry.RecordDifferences;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.connectors.registry.RegistryFile;
import uk.gov.datashare.contracts.Organisation;
import uk.gov.datashare.contracts.RegistryChange;
import uk.gov.datashare.contracts.RegistryChange.Asked;
import uk.gov.datashare.contracts.RegistryChange.Confirm;
import uk.gov.datashare.contracts.RegistryChange.Propose;

/** Shows what a file would change of the registry, and proposes and confirms changes. */
final class RegistryCommand implements Commands.Command {

    private static final int DIFFERENT = 1;
    private static final String HELP = """
            registry diff <file>                                    shows what the file's organisations change
            registry import --govuk <file> --domains <file>         shows what the lists of GOV.UK change
                            [--apply --as <person> --reason <why>]  and proposes it
            registry propose <file> --as <person> --reason <why>    proposes each changed organisation of the file
            registry confirm <change> --as <person>                 confirms a change that somebody else proposed

            --kafka <host:port> names the hub's broker, --client <name>=<value>, repeated, further properties of its
            clients; diff and import without --apply can do without: they compare with --registry <file>, or with the
            registry that the hub ships with. Files are arrays of organisations, as the hub starts from.

            Nothing is applied before a second person confirms it, whoever is named with --as is believed: this shell and
            the right to write to the broker's topic are trusted.

            Ends with 0 where nothing differs or all was taken, 1 where something differs or was refused, 2 where the call
            makes no sense, a file cannot be read or no hub answers.
            """;
    private static final Set<String> OPTIONS = Set.of("--govuk", "--domains", "--as", "--reason", "--kafka",
            "--registry", "--client");

    /** How it was called. */
    private record Call(List<String> words, Map<String, String> options, Map<String, String> client, boolean apply) {

        String needed(String option) {
            return Optional.ofNullable(options.get(option))
                    .orElseThrow(() -> new IllegalArgumentException(option + " is needed"));
        }

        String word(int at) {
            if (words.size() != at + 1) {
                throw new IllegalArgumentException("Not understood: " + String.join(" ", words));
            }
            return words.get(at);
        }
    }

    @Override
    public String purpose() {
        return "shows, proposes and confirms changes of the registry";
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) {
        if (arguments.contains("--help")) {
            terminal.out().print(HELP);
            return 0;
        }
        try {
            Call call = call(arguments);
            return switch (call.words().isEmpty() ? "" : call.words().getFirst()) {
                case "diff" -> diff(call, terminal);
                case "import" -> bringIn(call, terminal);
                case "propose" -> propose(call, terminal);
                case "confirm" -> confirm(call, terminal);
                default -> throw new IllegalArgumentException("diff, import, propose or confirm?");
            };
        } catch (IllegalArgumentException wrong) {
            terminal.err().println(wrong.getMessage());
            terminal.err().print(HELP);
        } catch (IOException | InvalidRegistryException | BackboneException trouble) {
            terminal.err().println(trouble.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Commands.USAGE;
    }

    private static int diff(Call call, Terminal terminal) throws IOException, InterruptedException {
        List<Organisation> file = read(call.word(1));
        return shown(file, registry(call), terminal) ? DIFFERENT : 0;
    }

    private static int bringIn(Call call, Terminal terminal) throws IOException, InterruptedException {
        call.word(0);
        byte[] govuk = Files.readAllBytes(Path.of(call.needed("--govuk")));
        byte[] domains = Files.readAllBytes(Path.of(call.needed("--domains")));
        Registry registry = registry(call);
        var found = GovukImport.read(govuk, domains, registry);
        boolean differs = shown(found.organisations(), registry, terminal);
        found.notes().forEach(note -> terminal.out().println("note: " + note));
        terminal.out().println(found.organisations().size() + " organisations differ, " + found.notes().size()
                + " notes.");
        if (!call.apply()) {
            return differs ? DIFFERENT : 0;
        }
        return proposed(found.organisations(), registry, call, terminal);
    }

    private static int propose(Call call, Terminal terminal) throws IOException, InterruptedException {
        List<Organisation> file = read(call.word(1));
        call.needed("--kafka");
        Registry registry = registry(call);
        shown(file, registry, terminal);
        return proposed(file, registry, call, terminal);
    }

    private static int proposed(List<Organisation> organisations, Registry registry, Call call, Terminal terminal)
            throws InterruptedException {
        String by = call.needed("--as");
        String reason = call.needed("--reason");
        List<Asked> asked = new ArrayList<>();
        for (Organisation one : organisations) {
            Optional<Organisation> held = registry.organisation(one.id());
            if (!held.equals(Optional.of(one))) {
                asked.add(new Propose(RegistryChange.id(one, by), one.version() - 1, one, by, reason));
            }
        }
        return sent(asked, call, terminal);
    }

    private static int confirm(Call call, Terminal terminal) throws InterruptedException {
        String change = call.word(1);
        String organisation = change.replaceAll("-v[0-9]+-[0-9a-f]{12}$", "");
        if (organisation.equals(change)) {
            throw new IllegalArgumentException(change + " is no change's id");
        }
        return sent(List.of(new Confirm(change, organisation, call.needed("--as"))), call, terminal);
    }

    private static int sent(List<Asked> asked, Call call, Terminal terminal) throws InterruptedException {
        boolean taken = HubAtWork.at(call.needed("--kafka"), call.client()).ask(asked, terminal);
        return taken ? 0 : DIFFERENT;
    }

    private static boolean shown(List<Organisation> organisations, Registry registry, Terminal terminal) {
        boolean differs = false;
        for (Organisation one : organisations) {
            Optional<Organisation> held = registry.organisation(one.id());
            var differences = RecordDifferences.between(held, one);
            if (!differences.isEmpty()) {
                differs = true;
                terminal.out().println((held.isPresent() ? "changes " : "joins   ") + one.id());
                differences.forEach(each -> terminal.out().println("    " + each.inWords()));
            }
        }
        return differs;
    }

    private static Registry registry(Call call) throws IOException, InterruptedException {
        if (call.options().containsKey("--kafka")) {
            return HubAtWork.at(call.needed("--kafka"), call.client()).registry();
        }
        return Registry.of(call.options().containsKey("--registry")
                ? read(call.needed("--registry"))
                : RegistryFile.seed());
    }

    private static List<Organisation> read(String file) throws IOException {
        try (InputStream content = Files.newInputStream(Path.of(file))) {
            return RegistryFile.read(content);
        } catch (InvalidPathException | java.nio.file.NoSuchFileException none) {
            throw new IOException("There is no file " + file, none);
        }
    }

    private static Call call(List<String> arguments) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        Map<String, String> client = new HashMap<>();
        boolean apply = false;
        for (int at = 0; at < arguments.size(); at++) {
            String one = arguments.get(at);
            if (one.equals("--apply")) {
                apply = true;
            } else if (OPTIONS.contains(one) && at + 1 < arguments.size()) {
                String value = arguments.get(++at);
                if (one.equals("--client") && value.contains("=")) {
                    client.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
                } else {
                    options.put(one, value);
                }
            } else if (one.startsWith("--")) {
                throw new IllegalArgumentException("Not understood: " + one);
            } else {
                words.add(one);
            }
        }
        return new Call(words, options, client, apply);
    }
}
