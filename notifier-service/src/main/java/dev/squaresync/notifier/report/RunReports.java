package dev.squaresync.notifier.report;

import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncEnded.StreamEnded;
import dev.squaresync.notifier.report.RunReport.RunFacts;
import dev.squaresync.notifier.report.RunReport.StreamReport;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the end of a run into a report. */
@Component
public final class RunReports {

    private final ShopTime time;
    private final Meaning meaning;
    private final Links links;

    RunReports(ShopSettings shop, Links links) {
        this.time = new ShopTime(shop.timeZone());
        this.meaning = new Meaning(time);
        this.links = links;
    }

    /**
     * Throws {@link RunHasNotEnded} for a run whose state is no end.
     *
     * @param recovered it ended worse at first: a replay of its dead letters has brought in more, or all, of what was missing
     * @param usual how long each data type usually takes, as far as that is known
     */
    public RunReport of(SyncEnded run, boolean recovered, Map<DataType, Duration> usual) {
        return new RunReport(
                run.state(),
                recovered ? Subject.ofRecovered(run) : Subject.of(run),
                recovered ? meaning.verdictOfRecovered(run) : meaning.verdict(run),
                meaning.forTheData(run),
                meaning.outlook(run),
                Problems.of(run),
                run.streams().stream()
                        .map(stream -> stream(run, stream, usual.get(stream.dataType())))
                        .toList(),
                facts(run),
                links.to("runs/" + run.runId()));
    }

    private StreamReport stream(SyncEnded run, StreamEnded stream, @Nullable Duration usual) {
        PageCounts counts = stream.counts();
        Duration duration = Duration.between(run.requestedAt(), stream.endedAt());
        return new StreamReport(
                stream.dataType().name(),
                stream.state().name(),
                time.window(stream.from(), stream.to()),
                Figures.number(stream.pages()),
                Figures.number(Objects.requireNonNullElse(stream.retries(), 0)),
                Figures.number(counts.inserted()),
                Figures.number(counts.updated()),
                Figures.number(counts.unchanged()),
                Figures.number(counts.deleted()),
                Figures.number(counts.parked()),
                Figures.duration(duration),
                usual == null ? "–" : Figures.duration(usual),
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
}
