package dev.squaresync.cli.output;

import dev.squaresync.cli.api.Schedule;
import dev.squaresync.cli.api.Status;
import dev.squaresync.cli.api.Status.DataTypeStatus;
import dev.squaresync.cli.api.Status.LastRun;
import dev.squaresync.cli.output.Table.Column;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows to a person how the data stands and when it is synced. */
public final class StatusView {

    private final Screen screen;
    private final LocalTime time;

    public StatusView(Screen screen, LocalTime time) {
        this.screen = screen;
        this.time = time;
    }

    public void status(Status status) {
        List<String> problems = status.problems().isEmpty() ? List.of(status.verdict()) : status.problems();
        problems.forEach(problem -> screen.line(time.in(problem)));
        screen.line("");
        Table table = new Table(
                Column.words("data type"),
                Column.states("state"),
                Column.words("last run"),
                Column.words("ended"),
                Column.words("complete up to"),
                Column.words("next due"));
        for (DataTypeStatus dataType : status.dataTypes()) {
            LastRun run = dataType.lastRun();
            table.row(
                    dataType.dataType(),
                    run == null ? "never run" : run.state(),
                    run == null
                            ? "-"
                            : run.id().substring(0, Math.min(8, run.id().length())),
                    run == null ? "-" : time.at(run.endedAt()),
                    time.at(dataType.completeUpTo()),
                    dataType.paused() ? "paused" : time.at(dataType.nextDue()));
        }
        table.print(screen);
    }

    public void schedules(List<Schedule> schedules) {
        Table table = new Table(
                Column.words("data type"),
                Column.words("cron"),
                Column.words("time zone"),
                Column.words("mode"),
                Column.words("lookback"),
                Column.words("priority"),
                Column.words("next due"));
        for (Schedule schedule : schedules) {
            table.row(
                    schedule.dataType(),
                    schedule.cron(),
                    schedule.timeZone(),
                    schedule.mode(),
                    inWords(schedule.lookback()),
                    schedule.priority(),
                    schedule.paused() ? "paused" : nextDue(schedule, 1));
        }
        table.print(screen);
    }

    /** One schedule after a change, with the next due times, which show whether the change means what was meant. */
    public void changed(Schedule schedule) {
        schedules(List.of(schedule));
        screen.line("");
        screen.line(
                schedule.paused()
                        ? schedule.dataType() + " is paused: nothing is synced until ./square-sync schedule resume "
                                + schedule.dataType()
                        : "Next due: " + nextDue(schedule, 3));
    }

    private String nextDue(Schedule schedule, int times) {
        return String.join(
                "; ",
                schedule.nextDueTimes().stream().limit(times).map(time::at).toList());
    }

    private static String inWords(@Nullable String lookback) {
        if (lookback == null) {
            return "-";
        }
        long hours = Duration.parse(lookback).toHours();
        return hours % 24 == 0 ? hours / 24 + " d" : hours + " h";
    }
}
