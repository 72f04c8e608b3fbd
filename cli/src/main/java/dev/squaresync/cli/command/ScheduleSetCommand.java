package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Schedule;
import dev.squaresync.cli.api.ScheduleChange;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "set", description = "Change a schedule; what is not given stays as it is.")
final class ScheduleSetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TYPE", description = "The data type.")
    private String dataType = "";

    @Option(
            names = "--cron",
            paramLabel = "CRON",
            description = "Second, minute, hour, day of month, month, weekday: '0 0 2 * * *' is daily at 02:00.")
    private @Nullable String cron;

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "IANA name, such as Europe/Berlin.")
    private @Nullable String timeZone;

    @Option(
            names = "--lookback",
            paramLabel = "TIME",
            description = "How far back an incremental sync looks at least, such as 7d or PT24H.")
    private @Nullable String lookback;

    @Option(names = "--mode", paramLabel = "MODE", description = "incremental or full.")
    private @Nullable String mode;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    ScheduleSetCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (cron == null && timeZone == null && lookback == null && mode == null) {
            throw new ParameterException(
                    spec.commandLine(), "Say what to change: --cron, --time-zone, --lookback or --mode.");
        }
        Answer<Schedule> changed =
                session.scheduler(options).change(dataType, new ScheduleChange(cron, timeZone, lookback, mode, null));
        if (options.json()) {
            session.screen().document(changed.json());
        } else {
            session.statusView().changed(changed.value());
        }
        return ExitCode.DONE;
    }
}
