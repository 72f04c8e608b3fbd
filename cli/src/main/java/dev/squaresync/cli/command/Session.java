package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Run;
import dev.squaresync.cli.api.SchedulerApi;
import dev.squaresync.cli.connection.Connection;
import dev.squaresync.cli.connection.Connections;
import dev.squaresync.cli.doctor.Doctor;
import dev.squaresync.cli.output.AccessView;
import dev.squaresync.cli.output.AuditView;
import dev.squaresync.cli.output.BlockProgress;
import dev.squaresync.cli.output.DeadLetterView;
import dev.squaresync.cli.output.DoctorView;
import dev.squaresync.cli.output.LineProgress;
import dev.squaresync.cli.output.LocalTime;
import dev.squaresync.cli.output.ProgressView;
import dev.squaresync.cli.output.Prompt;
import dev.squaresync.cli.output.RunView;
import dev.squaresync.cli.output.Screen;
import dev.squaresync.cli.output.SilentProgress;
import dev.squaresync.cli.output.StatusView;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/** What every command works with. */
public final class Session {

    private final Connections connections;
    private final Screen screen;
    private final Prompt prompt;
    private final Clock clock;
    private final ZoneId zone;
    private final Duration betweenLooks;

    /**
     * @param zone in which times are shown
     * @param betweenLooks how long to wait between two looks at a run that is followed
     */
    public Session(
            Connections connections, Screen screen, Prompt prompt, Clock clock, ZoneId zone, Duration betweenLooks) {
        this.connections = connections;
        this.screen = screen;
        this.prompt = prompt;
        this.clock = clock;
        this.zone = zone;
        this.betweenLooks = betweenLooks;
    }

    Screen screen() {
        return screen;
    }

    /** How long to wait between two looks at what is waited for. */
    Duration betweenLooks() {
        return betweenLooks;
    }

    Prompt prompt() {
        return prompt;
    }

    LocalTime time() {
        return new LocalTime(zone);
    }

    RunView runView() {
        return new RunView(screen, time(), clock);
    }

    StatusView statusView() {
        return new StatusView(screen, time());
    }

    DeadLetterView deadLetterView() {
        return new DeadLetterView(screen, time());
    }

    AuditView auditView() {
        return new AuditView(screen, time());
    }

    AccessView accessView() {
        return new AccessView(screen, time());
    }

    /** For what the scheduler does without an answer to show. */
    void done(CommonOptions options, String sentence) {
        if (options.json()) {
            screen.document("{}");
        } else {
            screen.line(sentence);
        }
    }

    DoctorView doctorView() {
        return new DoctorView(screen, time());
    }

    Doctor doctor(CommonOptions options) {
        return Doctor.of(connections, options.url(), clock);
    }

    SchedulerApi scheduler(CommonOptions options) {
        Connection connection = connections.find(options.url());
        return new SchedulerApi(connection.scheduler(), connection.token(), connection.advice());
    }

    /** Follows a run to its end, then shows it; the exit code tells how it went. */
    int follow(SchedulerApi scheduler, Run run, CommonOptions options) {
        var ended = untilEnd(scheduler, run, options);
        if (options.json()) {
            screen.document(ended.json());
        } else {
            screen.line("");
            runView().details(ended.value());
        }
        return ExitCode.of(ended.value().state());
    }

    /** Follows a run to its end. */
    Answer<Run> untilEnd(SchedulerApi scheduler, Run run, CommonOptions options) {
        return new Follower(scheduler, progress(options), screen, clock, betweenLooks).untilEnd(run.id());
    }

    private ProgressView progress(CommonOptions options) {
        if (options.json()) {
            return new SilentProgress();
        }
        return screen.isTerminal() ? new BlockProgress(screen, clock) : new LineProgress(screen);
    }
}
