package uk.gov.datashare.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import uk.gov.datashare.connectors.registry.InvalidRegistryException;
import uk.gov.datashare.connectors.registry.Registry;
import uk.gov.datashare.connectors.registry.RegistryFile;
import uk.gov.datashare.contracts.MessageJson;
import uk.gov.datashare.contracts.WhatIfAnswer;
import uk.gov.datashare.contracts.WhatIfAnswer.Outcome;
import uk.gov.datashare.gateways.GatewayChecker;
import uk.gov.datashare.judgement.Judging;
import uk.gov.datashare.process.WorkingCalendars;
import uk.gov.datashare.routing.Routing;
import uk.gov.datashare.validation.Validation;
import uk.gov.datashare.whatif.History;
import uk.gov.datashare.whatif.Near;
import uk.gov.datashare.whatif.WhatIf;
import uk.gov.datashare.whatif.WhatIfWords;

/** Tells what would become of a request in a file, by the registry file alone: without broker, history or precedents. */
final class WhatIfCommand implements Commands.Command {

    private static final int COMES_BACK = 1;
    private static final String HELP = """
            what-if <file|-> [--as <organisation>] [--registry <file>] [--json]

            Tells what would become of a request if it were sent: its problems, who would be asked, when and why, and what
            could be changed so that fewer are asked. Nothing is sent. - reads the request from standard input. It knows
            no running hub, and so neither how fast people have answered nor what has been agreed before.

            Ends with 0 where the request would be taken, 1 where it would come back or be refused, 2 where the call makes no
            sense or a file cannot be read.
            """;

    /** How it was called. */
    private record Call(Optional<String> file, Optional<String> as, Optional<String> registry, boolean json,
            Optional<String> wrong) {}

    @Override
    public String purpose() {
        return "tells what would become of a request";
    }

    @Override
    public int run(List<String> arguments, Terminal terminal) {
        if (arguments.contains("--help")) {
            terminal.out().print(HELP);
            return 0;
        }
        Call call = call(arguments);
        if (call.wrong().isPresent() || call.file().isEmpty()) {
            terminal.err().println(call.wrong().orElse("Which file?"));
            terminal.err().print(HELP);
            return Commands.USAGE;
        }
        try {
            return answer(call, terminal);
        } catch (IOException | InvalidPathException | InvalidRegistryException unreadable) {
            terminal.err().println("Cannot be read: " + unreadable.getMessage());
            return Commands.USAGE;
        }
    }

    private static int answer(Call call, Terminal terminal) throws IOException {
        Registry registry = registry(call);
        if (call.as().filter(id -> registry.organisation(id).isEmpty()).isPresent()) {
            terminal.err().println("The registry has no organisation " + call.as().orElseThrow() + ".");
            return Commands.USAGE;
        }
        Routing routing = Routing.builtIn(terminal.clock());
        GatewayChecker gateways = GatewayChecker.shipped();
        var judging = new Judging(new Validation(terminal.clock(), _ -> List.of(), WorkingCalendars.shipped()), routing,
                gateways, Judging.Before.nothing());
        var whatIf = new WhatIf(judging, routing, gateways, Near.nothing(), History.none(), terminal.clock());
        WhatIfAnswer answer = whatIf.answer(message(call.file().orElseThrow(), terminal), call.as(), registry);
        terminal.out().print(call.json()
                ? new String(MessageJson.write(answer), StandardCharsets.UTF_8) + "\n"
                : WhatIfWords.of(answer));
        terminal.out().flush();
        return answer.outcome() == Outcome.WOULD_BE_ASKED ? 0 : COMES_BACK;
    }

    private static Registry registry(Call call) throws IOException {
        if (call.registry().isEmpty()) {
            return Registry.of(RegistryFile.seed());
        }
        try (InputStream file = Files.newInputStream(Path.of(call.registry().orElseThrow()))) {
            return Registry.of(RegistryFile.read(file));
        }
    }

    /** At most a byte more than a message may have: enough to say that it is too large. */
    private static byte[] message(String file, Terminal terminal) throws IOException {
        if (file.equals("-")) {
            return terminal.in().readNBytes(MessageJson.MOST_BYTES + 1);
        }
        try (InputStream content = Files.newInputStream(Path.of(file))) {
            return content.readNBytes(MessageJson.MOST_BYTES + 1);
        }
    }

    private static Call call(List<String> arguments) {
        List<String> left = new ArrayList<>(arguments);
        boolean json = left.remove("--json");
        Optional<String> as = option(left, "--as");
        Optional<String> registry = option(left, "--registry");
        Optional<String> wrong = left.size() > 1 || left.stream().anyMatch(each -> each.startsWith("--"))
                ? Optional.of("Not understood: " + String.join(" ", left))
                : Optional.empty();
        return new Call(left.stream().findFirst(), as, registry, json, wrong);
    }

    private static Optional<String> option(List<String> left, String name) {
        int at = left.indexOf(name);
        if (at < 0 || at + 1 >= left.size()) {
            return Optional.empty();
        }
        left.remove(at);
        return Optional.of(left.remove(at));
    }
}
