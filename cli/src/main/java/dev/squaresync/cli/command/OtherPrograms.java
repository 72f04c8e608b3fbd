package dev.squaresync.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The outline of the commands that the script ./square-sync hands to other programs than this one. */
final class OtherPrograms {

    private static final String FILE = "other-programs.txt";

    /** Adds what a shell has to know of them: names and options. */
    void addTo(CommandLine root) {
        read().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.asList(line.split(" ")))
                .forEach(words -> add(root, words.get(0), words.subList(1, words.size())));
    }

    private static void add(CommandLine root, String name, List<String> options) {
        CommandLine known = root.getSubcommands().get(name);
        CommandSpec command = known == null ? CommandSpec.create() : known.getCommandSpec();
        options.stream()
                .map(OtherPrograms::option)
                .filter(option -> command.findOption(option.longestName()) == null)
                .forEach(command::addOption);
        if (known == null) {
            root.addSubcommand(name, command);
        }
    }

    private static OptionSpec option(String word) {
        boolean takesValue = word.endsWith("=");
        return OptionSpec.builder(takesValue ? word.substring(0, word.length() - 1) : word)
                .arity(takesValue ? "1" : "0")
                .type(takesValue ? String.class : boolean.class)
                .build();
    }

    private static String read() {
        try (InputStream file = OtherPrograms.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
