package dev.squaresync.notifier.report;

import dev.squaresync.message.PageCounts;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncEnded.StreamEnded;
import dev.squaresync.notifier.report.RunReport.RunFacts;
import dev.squaresync.notifier.report.RunReport.StreamReport;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Turns the end of a run into a report. */
@Component
public final class RunReports {

    private final ShopTime time;
    private final Meaning meaning;
    private final URI schedulerUrl;

    RunReports(ShopSettings shop, SchedulerSettings scheduler) {
        this.time = new ShopTime(shop.timeZone());
        this.meaning = new Meaning(time);
        this.schedulerUrl = scheduler.url();
    }

    /** Throws {@link RunHasNotEnded} for a run whose state is no end. */
    public RunReport of(SyncEnded run) {
        return report(run, Subject.of(run), meaning.verdict(run));
    }

    /** Of a run that ended worse at first: a replay of its dead letters has brought in more, or all, of what was missing. */
    public RunReport ofRecovered(SyncEnded run) {
        return report(run, Subject.ofRecovered(run), meaning.verdictOfRecovered(run));
    }

    private RunReport report(SyncEnded run, String subject, String verdict) {
        return new RunReport(
                run.state(),
                subject,
                verdict,
                meaning.forTheData(run),
                meaning.outlook(run),
                Problems.of(run),
                run.streams().stream().map(stream -> stream(run, stream)).toList(),
                facts(run),
                link(run));
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
