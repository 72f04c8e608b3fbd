package dev.squaresync.notifier.report;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import dev.squaresync.message.RunKind;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncEnded.StreamEnded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run's end means: for the run as a whole, for the data, and for what happens next. */
final class Meaning {

    private final ShopTime time;

    Meaning(ShopTime time) {
        this.time = time;
    }

    String verdict(SyncEnded run) {
        List<StreamEnded> complete = with(run, true);
        List<StreamEnded> incomplete = with(run, false);
        if (run.kind() == RunKind.VERIFY) {
            return ofComparison(run, complete, incomplete);
        }
        return switch (run.state()) {
            case COMPLETED ->
                complete.size() == 1
                        ? names(complete) + " went through completely."
                        : "All " + complete.size() + " data types went through completely.";
            case PARTIAL -> names(complete) + " went through completely; " + names(incomplete) + " did not.";
            case FAILED ->
                incomplete.size() == 1
                        ? names(incomplete) + " did not go through."
                        : "None of the " + incomplete.size() + " data types went through: " + names(incomplete) + ".";
            case CANCELLED ->
                complete.isEmpty()
                        ? "The run was cancelled before any data type was complete."
                        : "The run was cancelled; " + names(complete) + " had gone through before.";
            case REQUESTED, RUNNING -> throw new RunHasNotEnded(run.runId(), run.state());
        };
    }

    private static String ofComparison(SyncEnded run, List<StreamEnded> complete, List<StreamEnded> incomplete) {
        String agrees = complete.isEmpty() ? "" : "The mirror holds " + names(complete) + " as Square has it.";
        return switch (run.state()) {
            case COMPLETED -> agrees;
            case PARTIAL, FAILED ->
                ("The comparison with Square did not go well for " + names(incomplete) + ". " + agrees).strip();
            case CANCELLED -> ("The comparison with Square was cancelled. " + agrees).strip();
            case REQUESTED, RUNNING -> throw new RunHasNotEnded(run.runId(), run.state());
        };
    }

    /** Of a run that ended worse at first. */
    String verdictOfRecovered(SyncEnded run) {
        return "What was missing of this run has come in since"
                + (with(run, false).isEmpty() ? ". " : " in part. ") + verdict(run);
    }

    /** Up to when each data type is complete, the furthest behind first, and what was parked. */
    List<String> forTheData(SyncEnded run) {
        Map<@Nullable Instant, List<StreamEnded>> byCompleteness = new TreeMap<>(nullsFirst(naturalOrder()));
        for (StreamEnded stream : run.streams()) {
            byCompleteness
                    .computeIfAbsent(stream.completeUpTo(), upTo -> new ArrayList<>())
                    .add(stream);
        }
        List<String> sentences = new ArrayList<>();
        byCompleteness.forEach((upTo, streams) -> sentences.add(completeness(upTo, streams, run)));
        for (StreamEnded stream : run.streams()) {
            if (stream.counts().parked() > 0) {
                sentences.add(parked(stream));
            }
        }
        return sentences;
    }

    String outlook(SyncEnded run) {
        if (with(run, false).isEmpty()) {
            boolean parked =
                    run.streams().stream().anyMatch(stream -> stream.counts().parked() > 0);
            return parked ? "Look at the parked objects; nothing else is to be done." : "Nothing is to be done.";
        }
        return "What the mirror holds stays as it is. The next run of these data types begins where they are complete, so"
                + " nothing is lost.";
    }

    private String completeness(@Nullable Instant upTo, List<StreamEnded> streams, SyncEnded run) {
        if (upTo == null) {
            return names(streams) + ": nothing is proven complete yet.";
        }
        boolean all = streams.size() > 1 && streams.size() == run.streams().size();
        return (all ? "All data types" : names(streams)) + " complete up to " + time.at(upTo) + "; " + later(streams)
                + " after that are not in yet.";
    }

    private static String later(List<StreamEnded> streams) {
        boolean sales =
                streams.stream().anyMatch(stream -> stream.dataType().name().equals("orders"));
        if (!sales) {
            return "changes";
        }
        return streams.size() == 1 ? "sales" : "sales and changes";
    }

    private static String parked(StreamEnded stream) {
        return stream.dataType() + ": "
                + Figures.counted(stream.counts().parked(), "object is", "objects are")
                + " parked in square.parked_objects, with the reason: the tables cannot hold what Square sent.";
    }

    private static List<StreamEnded> with(SyncEnded run, boolean complete) {
        return run.streams().stream()
                .filter(stream -> complete == (stream.state() == StreamState.COMPLETED))
                .toList();
    }

    private static String names(List<StreamEnded> streams) {
        List<String> names =
                streams.stream().map(stream -> stream.dataType().name()).toList();
        int last = names.size() - 1;
        if (last < 1) {
            return String.join("", names);
        }
        return names.subList(0, last).stream().collect(Collectors.joining(", ")) + " and " + names.get(last);
    }
}
