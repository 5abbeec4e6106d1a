package uk.gov.datashare.commands;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Every command by its name. What is none of them are settings, with which a hub starts. */
public final class Commands {

    /** How a command ends that was called in a way that makes no sense. */
    static final int USAGE = 2;

    private static final Map<String, Command> ALL = new TreeMap<>(
            Map.of("registry", new RegistryCommand(), "what-if", new WhatIfCommand()));

    private Commands() {}

    /** Something that can be done at a terminal. */
    interface Command {

        /** What it is for, in a line. */
        String purpose();

        /** Does it, and answers with the exit code: 0 where all is well. */
        int run(List<String> arguments, Terminal terminal);
    }

    /** Runs the command that the first argument names; empty where a hub is to be started instead. */
    public static OptionalInt run(String[] arguments, Terminal terminal) {
        if (arguments.length == 0 || (arguments[0].startsWith("--") && !arguments[0].equals("--help"))) {
            return OptionalInt.empty();
        }
        Command command = ALL.get(arguments[0]);
        if (command == null) {
            terminal.out().println("Without a command, a hub starts; settings are --name=value. Commands:");
            ALL.forEach((name, each) -> terminal.out().println("  " + name + "  " + each.purpose()));
            return OptionalInt.of(arguments[0].equals("--help") ? 0 : USAGE);
        }
        return OptionalInt.of(command.run(Arrays.asList(arguments).subList(1, arguments.length), terminal));
    }
}
