package dev.squaresync.notifier.report;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncEnded.StreamEnded;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The one line that is read on a phone's lock screen at night: the state, and what matters most. */
final class Subject {

    private static final DataType ORDERS = DataType.of("orders");

    private static final int LONGEST = 150;
    private static final int LONGEST_DETAIL = 90;

    private Subject() {}

    static String of(SyncEnded run) {
        return OneLine.of(gist(run), LONGEST);
    }

    static String ofRecovered(SyncEnded run) {
        return OneLine.of("Recovered: " + gist(run), LONGEST);
    }

    private static String gist(SyncEnded run) {
        String gist = switch (run.state()) {
            case COMPLETED -> amounts(run);
            case PARTIAL -> problems(run) + "; " + completeness(run);
            case FAILED -> problems(run);
            case CANCELLED -> dataTypes(run.streams()) + ", " + completeness(run);
            case REQUESTED, RUNNING -> throw new RunHasNotEnded(run.runId(), run.state());
        };
        return run.state() + what(run.kind()) + " – " + gist;
    }

    /** Most runs sync: only what the others do is said. */
    private static String what(RunKind kind) {
        return switch (kind) {
            case SYNC -> "";
            case VERIFY -> " (comparison with Square)";
            case ROLLBACK -> " (roll-back)";
        };
    }

    private static String amounts(SyncEnded run) {
        String duration = Figures.duration(Duration.between(run.requestedAt(), run.endedAt()));
        List<StreamEnded> streams = run.streams();
        if (streams.size() == 1) {
            return dataTypes(streams) + ", " + rows(streams) + ", " + duration;
        }
        String amount = streams.stream()
                .filter(stream -> stream.dataType().equals(ORDERS))
                .map(orders -> Figures.counted(orders.counts().total(), "order", "orders"))
                .findFirst()
                .orElseGet(() -> rows(streams));
        return Figures.counted(streams.size(), "data type", "data types") + ", " + amount + ", " + duration;
    }

    private static String rows(List<StreamEnded> streams) {
        long rows =
                streams.stream().mapToLong(stream -> stream.counts().total()).sum();
        return Figures.counted(rows, "row", "rows");
    }

    /** The first reason with the data types that it hit, and how many reasons more there are. */
    private static String problems(SyncEnded run) {
        Map<String, List<StreamEnded>> byReason = run.streams().stream()
                .filter(stream -> stream.state() != StreamState.COMPLETED)
                .collect(Collectors.groupingBy(Subject::reason, LinkedHashMap::new, Collectors.toList()));
        if (byReason.isEmpty()) {
            return "no data type says why";
        }
        Map.Entry<String, List<StreamEnded>> first =
                byReason.entrySet().iterator().next();
        String more = byReason.size() == 1
                ? ""
                : "; " + Figures.counted(byReason.size() - 1L, "other problem", "other problems");
        return dataTypes(first.getValue()) + ": " + first.getKey() + more;
    }

    private static String reason(StreamEnded stream) {
        if (stream.failure() == null) {
            return stream.state() == StreamState.CANCELLED ? "cancelled" : "no reason was given";
        }
        String detail = OneLine.of(stream.failure().detail(), LONGEST_DETAIL);
        return detail.endsWith(".") ? detail.substring(0, detail.length() - 1) : detail;
    }

    private static String completeness(SyncEnded run) {
        long complete = run.streams().stream()
                .filter(stream -> stream.state() == StreamState.COMPLETED)
                .count();
        return complete + " of " + Figures.counted(run.streams().size(), "data type", "data types") + " complete";
    }

    private static String dataTypes(List<StreamEnded> streams) {
        return streams.stream().map(stream -> stream.dataType().name()).collect(Collectors.joining(", "));
    }
}
