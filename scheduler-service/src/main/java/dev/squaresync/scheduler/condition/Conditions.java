package dev.squaresync.scheduler.condition;

import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.ConditionReported.State;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.scheduler.condition.ConditionTable.Open;
import dev.squaresync.scheduler.outbox.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says to the notifier what has come up, has changed, or is over. What was said is kept in rows, and each message is stored in
 * the transaction that changes its row: so each is said once, whoever looks and whatever crashes.
 */
@Component
class Conditions {

    private static final Logger LOG = LoggerFactory.getLogger(Conditions.class);

    private static final String SERVICE = "scheduler";

    /** So soon after it was raised, the end of a run may still turn out to tell of it: the notifier waits longer than this. */
    private static final Duration UNDECIDED = Duration.ofSeconds(3);

    private final List<ConditionSource> sources;
    private final ConditionTable table;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Conditions(
            List<ConditionSource> sources,
            ConditionTable table,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.sources = sources;
        this.table = table;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks at what is urgent only. */
    void lookAtUrgent() {
        look(sources.stream().filter(ConditionSource::urgent).toList());
    }

    /** Looks at everything. */
    void look() {
        look(sources);
    }

    private void look(List<ConditionSource> asked) {
        transaction.executeWithoutResult(status -> {
            if (table.tryLock()) {
                report(asked);
            }
        });
    }

    private void report(List<ConditionSource> asked) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, Open> open = table.open();
        Map<String, Condition> found = asked.stream()
                .flatMap(source -> source.now().stream())
                .filter(condition -> goesOn(condition, open.get(condition.cause()), now))
                .collect(Collectors.toMap(Condition::cause, condition -> condition));
        found.values().forEach(condition -> report(condition, open.get(condition.cause()), now));
        Set<String> kinds =
                asked.stream().flatMap(source -> source.kinds().stream()).collect(Collectors.toSet());
        List<Open> over = open.values().stream()
                .filter(condition -> kinds.contains(condition.kind()) && !found.containsKey(condition.cause()))
                .toList();
        close(over, now);
    }

    private static boolean goesOn(Condition condition, @Nullable Open open, Instant now) {
        if (!condition.told()) {
            return true;
        }
        return open != null && open.raisedAt().plus(UNDECIDED).isBefore(now);
    }

    private void report(Condition condition, @Nullable Open open, Instant now) {
        if (open != null && open.said().equals(condition.said())) {
            return;
        }
        State state = open == null ? State.RAISED : State.CHANGED;
        table.save(condition, now);
        LOG.warn("{} {}: {}, {}", condition.cause(), state, condition.count(), condition.detail());
        say(new ConditionReported(
                condition.kind(),
                condition.cause(),
                state,
                SERVICE,
                open == null ? condition.since() : open.since(),
                now,
                condition.count(),
                condition.dataTypes(),
                condition.detail(),
                condition.facts(),
                condition.breakdown()));
    }

    private void close(List<Open> over, Instant now) {
        if (over.isEmpty()) {
            return;
        }
        table.close(over.stream().map(Open::cause).toList());
        for (Open condition : over) {
            LOG.info("{} is over.", condition.cause());
            say(new ConditionReported(
                    condition.kind(),
                    condition.cause(),
                    State.CLEARED,
                    SERVICE,
                    condition.since(),
                    now,
                    0,
                    List.of(),
                    "It is over.",
                    Map.of(),
                    List.of()));
        }
    }

    /** What is said about one cause keeps its order, as what is said about one run does. */
    private void say(ConditionReported report) {
        UUID order = UUID.nameUUIDFromBytes(report.cause().getBytes(StandardCharsets.UTF_8));
        outbox.store(order, new Outgoing(Topology.SCHEDULER_EXCHANGE, Topology.CONDITION_REPORTED_KEY, report));
    }
}
