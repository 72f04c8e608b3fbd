package dev.squaresync.cli.command;

import dev.squaresync.cli.output.Screen;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what lets a shell complete every command of the script, also those of other programs. */
@Command(
        name = "completion",
        description = "Print a script that lets bash and zsh complete commands and options.",
        footer = {
            "",
            "Examples:",
            "  source <(./square-sync completion)                  in this shell, bash or zsh",
            "  ./square-sync completion > ~/.square-sync-completion; echo 'source ~/.square-sync-completion' >> ~/.bashrc"
        })
final class CompletionCommand implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    private final Screen screen;
    private final Supplier<CommandLine> commands;

    /** @param commands makes all commands of this program anew, so that others can be added */
    CompletionCommand(Screen screen, Supplier<CommandLine> commands) {
        this.screen = screen;
        this.commands = commands;
    }

    @Override
    public Integer call() {
        CommandLine all = commands.get();
        new OtherPrograms().addTo(all);
        screen.document(AutoComplete.bash("square-sync", all).stripTrailing());
        return ExitCode.DONE;
    }
}
