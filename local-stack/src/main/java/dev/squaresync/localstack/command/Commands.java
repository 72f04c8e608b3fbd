package dev.squaresync.localstack.command;

import dev.squaresync.localstack.bench.BenchCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of this jar. */
@Command(
        name = "square-sync",
        subcommands = {UpCommand.class, DownCommand.class, BenchCommand.class, MailCatcherCommand.class})
public final class Commands {

    private Commands() {}

    /** Runs the command that the arguments name, and returns its exit code. */
    public static int run(String... arguments) {
        return new CommandLine(new Commands())
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> told(failure, commandLine.getErr()))
                .execute(arguments);
    }

    /** What a person did wrong is told in a sentence; everything else with its trace, because it is this program's mistake. */
    private static int told(Exception failure, PrintWriter err) {
        if (failure instanceof UserMistake) {
            err.println(failure.getMessage());
        } else {
            failure.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
