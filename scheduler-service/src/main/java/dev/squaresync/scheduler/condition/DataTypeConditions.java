package dev.squaresync.scheduler.condition;

import dev.squaresync.message.ConditionKind;
import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.run.QuietStream;
import dev.squaresync.scheduler.run.StalledStreams;
import dev.squaresync.scheduler.status.Matter;
import dev.squaresync.scheduler.status.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the status finds wrong with data types and nothing else tells: a failed run tells of itself, and of a run that has not
 * started the notifier knows by itself. All data types of a kind make one condition.
 */
@Component
class DataTypeConditions implements ConditionSource {

    private final Status status;
    private final StalledStreams streams;
    private final Clock clock;

    DataTypeConditions(Status status, StalledStreams streams, Clock clock) {
        this.status = status;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ConditionKind.COVERAGE_GAP, ConditionKind.RUN_SKIPPED, ConditionKind.STREAM_STALLED);
    }

    @Override
    public List<Condition> now() {
        Map<String, Map<DataType, String>> byKind = new TreeMap<>();
        for (QuietStream stream : streams.askedForAgain()) {
            add(byKind, ConditionKind.STREAM_STALLED, stream.dataType(), inWords(stream));
        }
        status.matters().forEach((dataType, matters) -> {
            for (Matter matter : matters) {
                String kind = kind(matter);
                if (kind != null) {
                    add(byKind, kind, dataType, matter.text());
                }
            }
        });
        Instant now = clock.instant();
        return byKind.entrySet().stream()
                .map(entry -> Condition.of(entry.getKey(), now, entry.getValue()))
                .toList();
    }

    private static void add(
            Map<String, Map<DataType, String>> byKind, String kind, DataType dataType, String sentence) {
        byKind.computeIfAbsent(kind, any -> new TreeMap<>()).putIfAbsent(dataType, sentence);
    }

    private static String inWords(QuietStream stream) {
        return stream.dataType() + " of run " + stream.runId() + " did not move any more and was asked for again at "
                + stream.movedAt() + ": nothing has come since.";
    }

    private static @Nullable String kind(Matter matter) {
        return switch (matter.kind()) {
            case GAP, UNPROVEN, BEHIND -> ConditionKind.COVERAGE_GAP;
            case SKIPPED -> ConditionKind.RUN_SKIPPED;
            case SLOW -> ConditionKind.STREAM_STALLED;
            case NEVER_SYNCED, FAILED, OVERDUE, FINDINGS, PARKED -> null;
        };
    }
}
