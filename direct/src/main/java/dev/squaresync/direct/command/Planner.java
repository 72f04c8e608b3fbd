package dev.squaresync.direct.command;

import dev.squaresync.direct.read.Patience;
import dev.squaresync.direct.read.StreamPlan;
import dev.squaresync.fetcher.square.Problem;
import dev.squaresync.fetcher.square.SquareResources;
import dev.squaresync.fetcher.square.Window;
import dev.squaresync.message.DataType;
import dev.squaresync.message.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts a request into partitions. */
final class Planner {

    private final SquareResources square;
    private final Patience patience;

    Planner(SquareResources square, Patience patience) {
        this.square = square;
        this.patience = patience;
    }

    /** @throws CommandFailed if Square does not answer, or refuses */
    List<StreamPlan> plan(Request request) {
        List<StreamPlan> plans = new ArrayList<>();
        for (Map.Entry<DataType, Window> stream : request.windows().entrySet()) {
            List<Partition> partitions = partitions(stream.getKey(), stream.getValue());
            plans.add(new StreamPlan(stream.getKey(), stream.getValue(), partitions));
        }
        return plans;
    }

    private List<Partition> partitions(DataType dataType, Window window) {
        try {
            return patience.until(() -> square.of(dataType).plan(window));
        } catch (RuntimeException e) {
            if (e instanceof Problem problem) {
                int exitCode = problem.mayHeal() ? ExitCode.UNREACHABLE : ExitCode.FAILED;
                throw new CommandFailed(exitCode, e.getMessage() + " Nothing was read.");
            }
            throw e;
        }
    }
}
