package dev.squaresync.scheduler.notice;

import dev.squaresync.message.ConditionKind;
import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.ConditionReported.State;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.scheduler.audit.Audit;
import dev.squaresync.scheduler.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has the notifier say something by every channel, so that people see whether it arrives. */
@Service
public class TestNotices {

    private static final int SHORT = 8;

    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    TestNotices(Outbox outbox, Audit audit, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return what the subject of the notices will contain */
    @Transactional
    public String ask(String requestedBy) {
        UUID id = UUID.randomUUID();
        String mark = id.toString().substring(0, SHORT);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ConditionReported test = new ConditionReported(
                ConditionKind.TEST,
                ConditionKind.TEST + ":" + mark,
                State.RAISED,
                "scheduler",
                now,
                now,
                1,
                List.of(),
                requestedBy + " wants to see whether this arrives.",
                Map.of(),
                List.of());
        outbox.store(id, new Outgoing(Topology.SCHEDULER_EXCHANGE, Topology.CONDITION_REPORTED_KEY, test));
        audit.record(requestedBy, "notice.test", mark, "Try every channel.");
        return mark;
    }
}
