package dev.squaresync.notifier.run;

import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.alert.Alert.Part;
import dev.squaresync.notifier.alert.Alerts;
import dev.squaresync.notifier.alert.Severity;
import dev.squaresync.notifier.report.RunReport;
import dev.squaresync.notifier.report.RunReports;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Tells the ends of runs by the channels that have no form of their own for them. */
@Service
public class RunAlerts {

    private final RunReports reports;
    private final Alerts alerts;

    RunAlerts(RunReports reports, Alerts alerts) {
        this.reports = reports;
        this.alerts = alerts;
    }

    /** Once for each state in which a run ends. */
    public void ended(SyncEnded run) {
        RunReport report = reports.of(run);
        alerts.tell(new Alert(
                Alert.RUN_ENDED,
                "run:" + run.runId() + ":" + run.state(),
                severity(run.state()),
                report.subject().replaceFirst("^square-sync: ", ""),
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
                1));
    }

    private static Severity severity(RunState state) {
        return switch (state) {
            case FAILED, PARTIAL -> Severity.FAILURE;
            case CANCELLED -> Severity.WARNING;
            case COMPLETED, REQUESTED, RUNNING -> Severity.REPORT;
        };
    }
}
