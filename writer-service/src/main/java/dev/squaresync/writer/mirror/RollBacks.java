package dev.squaresync.writer.mirror;

import static java.util.stream.Collectors.toMap;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RollBack;
import dev.squaresync.message.RolledBack;
import dev.squaresync.writer.mirror.ObjectPlan.Action;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Gives the objects that a run has touched the states back that they had before, but for those that something else has changed
 * since. It goes on in small transactions; one that is asked for again finds what it has done, and answers the same.
 */
@Component
public class RollBacks {

    private static final int BATCH = 500;

    private final Map<DataType, MirroredType> types;
    private final PageTransaction transaction;
    private final PreviousStates states;
    private final FollowUps followUps;
    private final Clock clock;

    RollBacks(
            List<MirroredType> types,
            PageTransaction transaction,
            PreviousStates states,
            FollowUps followUps,
            Clock clock) {
        this.types = types.stream().collect(toMap(MirroredType::dataType, Function.identity()));
        this.transaction = transaction;
        this.states = states;
        this.followUps = followUps;
        this.clock = clock;
    }

    /**
     * Rolls back what a run did to one data type, or says what that would do.
     *
     * @throws CommandNotDone if PostgreSQL cannot do it now
     */
    public RolledBack rollBack(RollBack request) {
        MirroredType type = types.get(request.dataType());
        if (type == null) {
            return refused(request, "The mirror does not know the data type '" + request.dataType() + "'.");
        }
        try {
            return rollBack(request, type);
        } catch (NoLongerKept e) {
            return refused(request, e.getMessage());
        } catch (DataAccessException | TransactionException e) {
            throw new CommandNotDone(e);
        }
    }

    private RolledBack rollBack(RollBack request, MirroredType type) {
        RollBackTally tally = new RollBackTally();
        for (Table table : type.tables()) {
            List<List<String>> keys = inTransaction(request, type, () -> states.touchedBy(request, table));
            for (int from = 0; from < keys.size(); from += BATCH) {
                List<List<String>> batch = keys.subList(from, Math.min(keys.size(), from + BATCH));
                tally.add(inTransaction(request, type, () -> rollBack(request, type, table, batch)));
            }
        }
        if (!request.dryRun() && type.onePageAtATime()) {
            inTransaction(request, type, () -> {
                followUps.run(type, tally.undone(), tally.undone());
                return tally;
            });
        }
        return tally.answer(request, clock.instant());
    }

    private List<ObjectPlan> rollBack(RollBack request, MirroredType type, Table table, List<List<String>> keys) {
        if (request.dryRun()) {
            return states.plan(request, table, keys);
        }
        states.lock(request, table, keys);
        List<ObjectPlan> plans = states.plan(request, table, keys);
        List<String> removed = states.remove(request, table, plans);
        List<String> put = states.restore(request, table, plans);
        requireAll(plans, put.size());
        if (!type.onePageAtATime()) {
            followUps.run(
                    type, put, Stream.concat(put.stream(), removed.stream()).toList());
        }
        return plans;
    }

    /** A row that has come up in the last moment is what something else has put there: the next look finds it touched. */
    private static void requireAll(List<ObjectPlan> plans, int put) {
        long wanted = plans.stream()
                .filter(plan -> plan.isToDo(Action.RESTORED) || plan.isToDo(Action.REINSERTED))
                .count();
        if (put != wanted) {
            throw new OptimisticLockingFailureException(
                    "Of " + wanted + " objects only " + put + " could be put back; the others changed meanwhile.");
        }
    }

    private <T> T inTransaction(RollBack request, MirroredType type, Work<T> work) {
        return transaction.of(request.runId(), type, "roll-back " + request.runId() + type.dataType(), status -> {
            requireKept(request);
            return work.done();
        });
    }

    /** What has no entry would look as if the run had brought it in, and would be removed. */
    private void requireKept(RollBack request) {
        Instant since = states.keptSince();
        if (request.ofRunRequestedAt().isBefore(since)) {
            throw new NoLongerKept("Run " + request.ofRunId() + " was requested at " + request.ofRunRequestedAt()
                    + ", but what the mirror held before a change is known only since " + since
                    + ": it cannot be rolled back any more. Sync again, or restore a backup.");
        }
    }

    private RolledBack refused(RollBack request, @Nullable String reason) {
        return new RolledBack(
                request.runId(),
                request.ofRunId(),
                request.dataType(),
                0,
                0,
                0,
                0,
                List.of(),
                String.valueOf(reason),
                clock.instant());
    }

    private interface Work<T> {
        T done();
    }

    private static final class NoLongerKept extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoLongerKept(String reason) {
            super(reason);
        }
    }
}
