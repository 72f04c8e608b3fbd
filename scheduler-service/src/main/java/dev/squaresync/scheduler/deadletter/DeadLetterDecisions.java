package dev.squaresync.scheduler.deadletter;

import dev.squaresync.scheduler.audit.Audit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decide about dead letters. Each decision is written down together with who made it. */
@Component
public class DeadLetterDecisions {

    /** Thousands may have died of one outage: many short transactions instead of one that holds them all. */
    private static final int BATCH = 500;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DeadLetterTable table;
    private final ReplayJobs jobs;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    DeadLetterDecisions(
            DeadLetterTable table,
            ReplayJobs jobs,
            Audit audit,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.table = table;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Sends a dead letter back to its queue, soon after this returns.
     *
     * @return false: there is none with this id
     * @throws NotOpen if it has been decided about it already
     */
    public boolean replay(UUID id, String who) {
        return decide(id, ids -> {
            table.replay(ids, who, null);
            replaying(who, id.toString(), "Sent back to its queue.");
        });
    }

    /** Sends all open dead letters that match back to their queues, as a job that can be followed, soon after this returns. */
    public ReplayStarted replay(DeadLetterFilter filter, String who) {
        UUID job = UUID.randomUUID();
        int replaying = decide(filter, ids -> {
            jobs.add(job, who, filter.inWords(), ids.size());
            table.replay(ids, who, job);
            replaying(who, null, many(ids, filter) + ".");
        });
        return new ReplayStarted(replaying, replaying == 0 ? null : job);
    }

    /**
     * Gives a dead letter up for good.
     *
     * @return false: there is none with this id
     * @throws NotOpen if it has been decided about it already
     */
    public boolean discard(UUID id, String who, String reason) {
        return decide(id, ids -> discard(ids, who, reason, id.toString(), reason));
    }

    /**
     * Gives all open dead letters that match up for good.
     *
     * @return how many they are
     */
    public int discard(DeadLetterFilter filter, String who, String reason) {
        return decide(filter, ids -> discard(ids, who, reason, null, many(ids, filter) + ": " + reason));
    }

    private boolean decide(UUID id, Consumer<List<UUID>> decision) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<DeadLetterState> state = table.lock(id);
            if (state.isEmpty()) {
                return false;
            }
            if (state.get() != DeadLetterState.OPEN) {
                throw new NotOpen(id, state.get());
            }
            decision.accept(List.of(id));
            return true;
        }));
    }

    private int decide(DeadLetterFilter filter, Consumer<List<UUID>> decision) {
        DeadLetterFilter open = filter.whichAre(DeadLetterState.OPEN);
        int decided = 0;
        UUID last = BEFORE_ALL;
        List<UUID> batch;
        do {
            batch = decideNext(open, last, decision);
            decided += batch.size();
            last = batch.isEmpty() ? last : batch.get(batch.size() - 1);
        } while (batch.size() == BATCH);
        return decided;
    }

    private List<UUID> decideNext(DeadLetterFilter open, UUID after, Consumer<List<UUID>> decision) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<UUID> batch = table.lockNext(open, after, BATCH);
            if (!batch.isEmpty()) {
                decision.accept(batch);
            }
            return batch;
        }));
    }

    private void replaying(String who, @Nullable String subject, String detail) {
        audit.record(who, "dead-letter.replay", subject, detail);
        events.publishEvent(new ReplayWanted());
    }

    private void discard(List<UUID> ids, String who, String reason, @Nullable String subject, String detail) {
        table.discard(ids, who, reason);
        audit.record(who, "dead-letter.discard", subject, detail);
    }

    private static String many(List<UUID> ids, DeadLetterFilter filter) {
        return ids.size() + " dead letters (" + filter.inWords() + ")";
    }
}
