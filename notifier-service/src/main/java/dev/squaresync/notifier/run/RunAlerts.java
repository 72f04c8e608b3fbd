package dev.squaresync.notifier.run;

import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.alert.Alert.Part;
import dev.squaresync.notifier.alert.Alerts;
import dev.squaresync.notifier.alert.Severity;
import dev.squaresync.notifier.figures.RunFigures;
import dev.squaresync.notifier.report.RunReport;
import dev.squaresync.notifier.report.RunReports;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the ends of runs. */
@Service
public class RunAlerts {

    private static final Logger LOG = LoggerFactory.getLogger(RunAlerts.class);

    private final RunReports reports;
    private final RunFigures figures;
    private final ToldEndings endings;
    private final Alerts alerts;
    private final Clock clock;

    RunAlerts(RunReports reports, RunFigures figures, ToldEndings endings, Alerts alerts, Clock clock) {
        this.reports = reports;
        this.figures = figures;
        this.endings = endings;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Does nothing if this ending has been told before, or a better one to which it has healed since. All that is told of a run
     * is one thread.
     */
    @Transactional
    public void ended(SyncEnded run) {
        Set<RunState> told = endings.of(run.runId());
        if (told.stream().anyMatch(state -> state == run.state() || isHealed(run.state(), state))) {
            LOG.info("Run {}: {} has been told before, or what it has become since.", run.runId(), run.state());
            return;
        }
        boolean recovered = told.stream().anyMatch(state -> isHealed(state, run.state()));
        RunReport report = reports.of(run, recovered, figures.usualDurations(run));
        endings.remember(run, clock.instant());
        alerts.tell(run.runId(), told.size() + 1, alert(run, report, recovered));
    }

    private static Alert alert(SyncEnded run, RunReport report, boolean recovered) {
        return new Alert(
                        Alert.RUN_ENDED,
                        "run:" + run.runId() + ":" + run.state(),
                        recovered ? Severity.RECOVERY : severity(run.state()),
                        report.headline(),
                        Stream.concat(
                                        Stream.of(report.verdict()),
                                        report.problems().stream()
                                                .map(problem -> problem.dataTypes() + ": " + problem.detail()))
                                .toList(),
                        report.meaning(),
                        List.of(report.outlook()),
                        report.problems().stream()
                                .map(RunReport.Problem::advice)
                                .distinct()
                                .toList(),
                        run.streams().stream()
                                .map(stream -> new Part(
                                        stream.dataType().name() + ", " + stream.state(),
                                        stream.counts().total()))
                                .toList(),
                        "runs/" + run.runId(),
                        1)
                .with(report);
    }

    /** A replay takes a run from FAILED to PARTIAL, and from both to COMPLETED. */
    private static boolean isHealed(RunState before, RunState after) {
        return switch (before) {
            case FAILED -> after == RunState.PARTIAL || after == RunState.COMPLETED;
            case PARTIAL -> after == RunState.COMPLETED;
            case REQUESTED, RUNNING, COMPLETED, CANCELLED -> false;
        };
    }

    private static Severity severity(RunState state) {
        return switch (state) {
            case FAILED, PARTIAL -> Severity.FAILURE;
            case CANCELLED -> Severity.WARNING;
            case COMPLETED, REQUESTED, RUNNING -> Severity.REPORT;
        };
    }
}
