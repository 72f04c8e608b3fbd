package dev.squaresync.notifier.run;

import dev.squaresync.message.SyncEnded;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

@Component
class EndedRunsListener {

    private final RunAlerts alerts;

    EndedRunsListener(RunAlerts alerts) {
        this.alerts = alerts;
    }

    @RabbitListener(
            queues = "#{T(dev.squaresync.messaging.Topology).ENDED_RUNS.name()}",
            containerFactory = "endedRuns")
    void runEnded(SyncEnded run) {
        alerts.ended(run);
    }
}
