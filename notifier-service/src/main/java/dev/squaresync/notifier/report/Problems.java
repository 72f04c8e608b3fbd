package dev.squaresync.notifier.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncEnded.StreamEnded;
import dev.squaresync.notifier.report.RunReport.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What went wrong in a run, each reason once with all data types that it hit. */
final class Problems {

    private static final Failure UNEXPLAINED = new Failure("unexplained", "No reason was given.", 1);

    private Problems() {}

    static List<Problem> of(SyncEnded run) {
        Map<Failure, List<DataType>> byFailure = run.streams().stream()
                .filter(stream -> stream.failure() != null || stream.state() == StreamState.FAILED)
                .collect(groupingBy(Problems::failure, LinkedHashMap::new, mapping(StreamEnded::dataType, toList())));
        return byFailure.entrySet().stream()
                .map(entry -> problem(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Failure failure(StreamEnded stream) {
        return stream.failure() == null ? UNEXPLAINED : stream.failure();
    }

    private static Problem problem(Failure failure, List<DataType> dataTypes) {
        return new Problem(
                dataTypes.stream().map(DataType::name).collect(joining(", ")),
                OneLine.of(failure.detail()),
                OneLine.of(failure.code()) + ", tried "
                        + (failure.attempts() == 1 ? "once" : failure.attempts() + " times"),
                Advice.on(failure.code(), dataTypes));
    }
}
