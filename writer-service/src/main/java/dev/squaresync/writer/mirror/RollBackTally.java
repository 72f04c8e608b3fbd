package dev.squaresync.writer.mirror;

import dev.squaresync.message.RollBack;
import dev.squaresync.message.RolledBack;
import dev.squaresync.writer.mirror.ObjectPlan.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what becomes of the objects of a roll-back. */
final class RollBackTally {

    private final Map<Action, Integer> counts = new EnumMap<>(Action.class);
    private final List<String> skipped = new ArrayList<>();
    private final List<String> undone = new ArrayList<>();

    void add(List<ObjectPlan> plans) {
        for (ObjectPlan plan : plans) {
            if (plan.isTouched()) {
                skipped.add(plan.id());
            } else {
                counts.merge(plan.action(), 1, Integer::sum);
                undone.add(plan.id());
            }
        }
    }

    /** The ids of all that was not skipped. */
    List<String> undone() {
        return undone;
    }

    RolledBack answer(RollBack request, Instant now) {
        return new RolledBack(
                request.runId(),
                request.ofRunId(),
                request.dataType(),
                count(Action.RESTORED),
                count(Action.REMOVED),
                count(Action.REINSERTED),
                skipped.size(),
                List.copyOf(skipped.subList(0, Math.min(skipped.size(), RolledBack.MOST_NAMED))),
                null,
                now);
    }

    private int count(Action action) {
        return counts.getOrDefault(action, 0);
    }
}
