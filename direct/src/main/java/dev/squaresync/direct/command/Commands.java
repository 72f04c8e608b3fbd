package dev.squaresync.direct.command;

import dev.squaresync.settings.InvalidSetting;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** Finds the command, and turns what goes wrong into a sentence and an exit code. */
public final class Commands {

    private final Desk desk;

    Commands(Desk desk) {
        this.desk = desk;
    }

    public int run(String... arguments) {
        CommandLine root = new CommandLine(new Root());
        root.addSubcommand(new DirectCommand(desk));
        root.addSubcommand(new SyncPreviewCommand(desk));
        root.addSubcommand(new VerifyCommand(desk));
        return root.setParameterExceptionHandler((mistake, given) -> tell(mistake))
                .setExecutionExceptionHandler((failure, command, parsed) -> tell(failure))
                .execute(arguments);
    }

    private int tell(ParameterException mistake) {
        String name = mistake.getCommandLine().getCommandName();
        String sentence = String.valueOf(mistake.getMessage());
        desk.screen().note(sentence + (sentence.endsWith(".") ? "" : ".") + " See ./square-sync " + name + " --help.");
        return ExitCode.USAGE;
    }

    private int tell(Exception failure) {
        if (failure instanceof CommandFailed failed) {
            desk.screen().note(String.valueOf(failed.getMessage()));
            return failed.exitCode();
        }
        Optional<String> setting = wrongSetting(failure);
        if (setting.isPresent()) {
            desk.screen().note(setting.get());
            return ExitCode.USAGE;
        }
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        desk.screen().note("It broke off: " + cause.getClass().getSimpleName() + ", " + cause.getMessage());
        return ExitCode.UNEXPECTED;
    }

    private static Optional<String> wrongSetting(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSetting invalid) {
                return Optional.of(String.valueOf(invalid.getMessage()));
            }
            if (cause instanceof ConfigurationPropertiesBindException binding) {
                return Optional.of(binding.getMessage() + ": "
                        + NestedExceptionUtils.getMostSpecificCause(binding).getMessage());
            }
        }
        return Optional.empty();
    }

    @Command(name = "./square-sync", description = "Syncs without broker and scheduler.")
    static final class Root implements Runnable {

        @Override
        public void run() {
            throw new CommandFailed(ExitCode.USAGE, "Give a command: direct, verify or sync --dry-run.");
        }
    }
}
