package dev.squaresync.notifier.report;

import dev.squaresync.message.Failure;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncEnded.StreamEnded;
import dev.squaresync.notifier.report.RunReport.Problem;
import dev.squaresync.notifier.report.RunReport.RunFacts;
import dev.squaresync.notifier.report.RunReport.StreamReport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns the end of a run into a report. */
@Component
public final class RunReports {

    private static final Failure UNEXPLAINED = new Failure("unexplained", "No reason was given.", 1);

    private final ShopTime time;
    private final Meaning meaning;
    private final URI schedulerUrl;

    RunReports(ReportSettings settings) {
        this.time = new ShopTime(settings.timeZone());
        this.meaning = new Meaning(time);
        this.schedulerUrl = settings.schedulerUrl();
    }

    /** Throws {@link RunHasNotEnded} for a run whose state is no end. */
    public RunReport of(SyncEnded run) {
        return new RunReport(
                run.state(),
                Subject.of(run),
                meaning.verdict(run),
                meaning.forTheData(run),
                meaning.outlook(run),
                problems(run),
                run.streams().stream().map(stream -> stream(run, stream)).toList(),
                facts(run),
                link(run));
    }

    private static List<Problem> problems(SyncEnded run) {
        return run.streams().stream().flatMap(RunReports::problem).toList();
    }

    private static Stream<Problem> problem(StreamEnded stream) {
        Failure failure = stream.failure();
        if (failure == null && stream.state() != StreamState.FAILED) {
            return Stream.empty();
        }
        Failure told = failure == null ? UNEXPLAINED : failure;
        return Stream.of(new Problem(
                stream.dataType().name(),
                OneLine.of(told.detail()),
                OneLine.of(told.code()) + ", tried " + (told.attempts() == 1 ? "once" : told.attempts() + " times"),
                Advice.on(told.code(), stream.dataType())));
    }

    private StreamReport stream(SyncEnded run, StreamEnded stream) {
        PageCounts counts = stream.counts();
        Duration duration = Duration.between(run.requestedAt(), stream.endedAt());
        return new StreamReport(
                stream.dataType().name(),
                stream.state().name(),
                time.window(stream.from(), stream.to()),
                Figures.number(stream.pages()),
                Figures.number(counts.inserted()),
                Figures.number(counts.updated()),
                Figures.number(counts.unchanged()),
                Figures.number(counts.deleted()),
                Figures.number(counts.parked()),
                Figures.duration(duration),
                Figures.rate(counts.total(), duration));
    }

    private RunFacts facts(SyncEnded run) {
        return new RunFacts(
                run.runId().toString(),
                OneLine.of(run.requestedBy(), 100),
                time.at(run.requestedAt()),
                time.at(run.endedAt()),
                Figures.duration(Duration.between(run.requestedAt(), run.endedAt())),
                time.zone());
    }

    private String link(SyncEnded run) {
        String base = schedulerUrl.toString();
        return (base.endsWith("/") ? base : base + "/") + "api/sync-runs/" + run.runId();
    }
}
