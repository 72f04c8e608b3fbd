package dev.squaresync.scheduler.metrics;

import dev.squaresync.message.DataType;
import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueue;
import dev.squaresync.scheduler.broker.QueueState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the figures. What cannot be told now is NaN, so that nobody takes it for a zero. */
@Component
class FigureMeters implements MeterBinder {

    private final FigureTable table;
    private final LatestFigures figures;
    private final Clock clock;

    FigureMeters(FigureTable table, LatestFigures figures, Clock clock) {
        this.table = table;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (DataType dataType : table.dataTypes()) {
            gauge("square_sync.freshness", now -> secondsSince(now.provenUpTo().get(dataType), Double.NaN))
                    .description(
                            "How long ago the moment is up to which the mirror is complete; NaN: nothing is proven")
                    .baseUnit("seconds")
                    .tag("data_type", dataType.name())
                    .register(registry);
        }
        for (WorkQueue queue : Topology.WORK_QUEUES) {
            gauge("square_sync.dead.letters.open", now -> now.openDeadLetters().getOrDefault(queue.name(), 0L))
                    .description("Dead letters about which nobody has decided")
                    .tag("queue", queue.name())
                    .register(registry);
        }
        for (WorkQueue queue : Topology.WORK_QUEUES) {
            gauge("square_sync.queue.messages", now -> of(queue, now, QueueState::depth))
                    .description("Messages in a work queue, waiting or being worked on; NaN: the broker does not say")
                    .tag("queue", queue.name())
                    .register(registry);
            gauge("square_sync.queue.consumers", now -> of(queue, now, QueueState::consumers))
                    .description("Consumers of a work queue; NaN: the broker does not say")
                    .tag("queue", queue.name())
                    .register(registry);
        }
        gauge("square_sync.outbox.messages", Figures::unpublished)
                .description("Messages of the scheduler that the broker has not taken yet")
                .register(registry);
        gauge("square_sync.outbox.age", now -> secondsSince(now.oldestUnpublished(), 0))
                .description("For how long the oldest of them waits; 0: there is none")
                .baseUnit("seconds")
                .register(registry);
    }

    private Gauge.Builder<LatestFigures> gauge(String name, ToDoubleFunction<Figures> value) {
        return Gauge.builder(
                name, figures, latest -> latest.get().map(value::applyAsDouble).orElse(Double.NaN));
    }

    private static double of(WorkQueue queue, Figures now, ToDoubleFunction<QueueState> value) {
        QueueState state = now.queues().get(queue.name());
        return state == null ? Double.NaN : value.applyAsDouble(state);
    }

    private double secondsSince(@Nullable Instant instant, double otherwise) {
        return instant == null
                ? otherwise
                : Duration.between(instant, clock.instant()).toMillis() / 1000.0;
    }
}
