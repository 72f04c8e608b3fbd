package dev.squaresync.scheduler.schedule;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.coverage.Reach;
import dev.squaresync.scheduler.run.NewRun;
import dev.squaresync.scheduler.run.RunReport;
import dev.squaresync.scheduler.run.RunReports;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.run.SyncRun;
import dev.squaresync.scheduler.run.Trigger;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Runs that somebody asks for, made of the schedules' data types; {@link dev.squaresync.scheduler.run.RunStarter} starts them. */
@Component
public class OnDemand {

    private final Schedules schedules;
    private final RunReports reports;

    OnDemand(Schedules schedules, RunReports reports) {
        this.schedules = schedules;
        this.reports = reports;
    }

    /** A run of every data type. */
    public NewRun everything(String who, Reach reach, boolean force) {
        return NewRun.sync(
                Trigger.REQUEST,
                who,
                schedules.all().stream().map(Schedule::policy).toList(),
                reach,
                force);
    }

    /** A run of these data types; those without a schedule are left out, and at least one must have one. */
    public NewRun of(Collection<DataType> dataTypes, String who, Reach reach, boolean force) {
        return NewRun.sync(
                Trigger.REQUEST,
                who,
                schedules.all().stream()
                        .filter(schedule -> dataTypes.contains(schedule.dataType()))
                        .map(Schedule::policy)
                        .toList(),
                reach,
                force);
    }

    /** A run of the same data types that reaches as far back: its window ends now. Empty if there is no such run. */
    public Optional<NewRun> repeat(UUID runId, String who) {
        return reports.find(runId).map(report -> of(dataTypes(report), who, reach(report.run()), false));
    }

    private static Set<DataType> dataTypes(RunReport report) {
        return report.streams().stream().map(StreamReport::dataType).collect(Collectors.toSet());
    }

    private static Reach reach(SyncRun run) {
        if (run.full()) {
            return Reach.WHOLE_HISTORY;
        }
        return run.since() == null ? Reach.AS_SCHEDULED : Reach.since(run.since());
    }
}
