package dev.squaresync.notifier.watch;

import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.RunExpected;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.notifier.condition.Conditions;
import dev.squaresync.notifier.expected.ExpectedRuns;
import dev.squaresync.notifier.figures.RunFigures;
import org.springframework.amqp.rabbit.annotation.RabbitHandler;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/** Hears what is to be kept an eye on. */
@Component
@RabbitListener(queues = "#{T(dev.squaresync.messaging.Topology).WATCHED.name()}", containerFactory = "watched")
class WatchListener {

    private final Conditions conditions;
    private final ExpectedRuns expected;
    private final RunFigures figures;

    WatchListener(Conditions conditions, ExpectedRuns expected, RunFigures figures) {
        this.conditions = conditions;
        this.expected = expected;
        this.figures = figures;
    }

    @RabbitHandler
    void reported(ConditionReported report) {
        conditions.heard(report);
    }

    @RabbitHandler
    void expected(RunExpected run) {
        expected.heard(run);
    }

    @RabbitHandler
    void ended(SyncEnded run) {
        figures.ended(run);
    }
}
