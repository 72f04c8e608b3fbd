package dev.squaresync.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** All commands, and how their ends become exit codes. */
public final class Commands {

    private final Session session;

    public Commands(Session session) {
        this.session = session;
    }

    /** Runs one command; returns its exit code. */
    public int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    private CommandLine commandLine() {
        CommandLine schedule = new CommandLine(new ScheduleCommand())
                .addSubcommand(new ScheduleListCommand(session))
                .addSubcommand(new ScheduleSetCommand(session))
                .addSubcommand("pause", pausing(true, "Stop syncing a data type until it is resumed."))
                .addSubcommand("resume", pausing(false, "Sync a paused data type again."))
                .addSubcommand(new ScheduleTriggerCommand(session));
        CommandLine deadLetters = new CommandLine(new DeadLettersCommand())
                .addSubcommand(new DeadLettersListCommand(session))
                .addSubcommand(new DeadLettersShowCommand(session))
                .addSubcommand(new DeadLettersReplayCommand(session))
                .addSubcommand(new DeadLettersDiscardCommand(session));
        CommandLine people = new CommandLine(new PeopleCommand())
                .addSubcommand(new PeopleListCommand(session))
                .addSubcommand(new PeopleAddCommand(session))
                .addSubcommand(new PeoplePasswordCommand(session))
                .addSubcommand(new PeopleRemoveCommand(session));
        CommandLine tokens = new CommandLine(new TokensCommand())
                .addSubcommand(new TokensListCommand(session))
                .addSubcommand(new TokensCreateCommand(session))
                .addSubcommand(new TokensRevokeCommand(session));
        CommandLine notify = new CommandLine(new NotifyCommand()).addSubcommand(new NotifyTestCommand(session));
        CommandLine root = new CommandLine(new RootCommand())
                .addSubcommand(new SyncCommand(session))
                .addSubcommand(new VerifyCommand(session))
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new RunsCommand(session))
                .addSubcommand(new RunCommand(session))
                .addSubcommand(new CancelCommand(session))
                .addSubcommand(new RollbackCommand(session))
                .addSubcommand(deadLetters)
                .addSubcommand(new AuditCommand(session))
                .addSubcommand(schedule)
                .addSubcommand(people)
                .addSubcommand(tokens)
                .addSubcommand(notify)
                .addSubcommand(new DoctorCommand(session))
                .addSubcommand(new CompletionCommand(session.screen(), this::commandLine))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(session.screen().writer())
                .setParameterExceptionHandler(this::misused)
                .setExecutionExceptionHandler(
                        (problem, command, parsed) -> new Failures(session.screen(), session.time()).told(problem));
        documentExitCodes(root);
        return root;
    }

    private CommandLine pausing(boolean paused, String description) {
        CommandLine command = new CommandLine(new SchedulePauseCommand(session, paused));
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    private int misused(ParameterException problem, String[] arguments) {
        session.screen().error(String.valueOf(problem.getMessage()));
        session.screen()
                .error("See " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.USAGE;
    }

    private static void documentExitCodes(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("Exit codes:%n")
                .exitCodeList(exitCodes());
        command.getSubcommands().values().forEach(Commands::documentExitCodes);
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(" " + ExitCode.DONE, "done; a run that was waited for is COMPLETED");
        codes.put(" " + ExitCode.UNEXPECTED, "an error of the scheduler or of this command itself");
        codes.put(" " + ExitCode.USAGE, "the command was used wrongly, or names what is not there");
        codes.put(" " + ExitCode.PARTIAL, "the run is PARTIAL; doctor: there are warnings");
        codes.put(" " + ExitCode.FAILED, "the run is FAILED or CANCELLED; doctor: there are problems");
        codes.put(" " + ExitCode.UNREACHABLE, "the scheduler cannot be reached");
        codes.put(
                " " + ExitCode.REFUSED,
                "refused: what was asked for does not fit the present state, or the token is wrong");
        return codes;
    }
}
